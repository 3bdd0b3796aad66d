// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

/**
 * What is installed: importers, analyses, circuit elements and exporters with the bundle that
 * contributes each. This is the one package that reads the extension registry: within OSGi the
 * platform's, on the command line one that is filled from the jars of the class path. Everything
 * else asks a {@link org.ionbench.engine.catalog.Catalog}, which tests fill by hand.
 */
package org.ionbench.engine.catalog;
