// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.jar.Manifest;

/** The version of the program. */
final class Version {

    private Version() {}

    /** As the manifest of this bundle has it. */
    static String text() {
        URL own = Version.class.getResource("Version.class");
        if (own == null) {
            return "of an unknown version";
        }
        String place = own.toString();
        String root =
                place.substring(0, place.length() - "org/ionbench/cli/Version.class".length());
        try (InputStream in = URI.create(root + "META-INF/MANIFEST.MF").toURL().openStream()) {
            String version = new Manifest(in).getMainAttributes().getValue("Bundle-Version");
            return version == null ? "of an unknown version" : version;
        } catch (IOException e) {
            return "of an unknown version";
        }
    }
}
