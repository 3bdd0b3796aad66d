// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.emfgen;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates the Java code of an EMF model without a running Eclipse.
 *
 * <p>Arguments: the folder of the bundle, and the generator model relative to it. The code goes
 * where the generator model's {@code modelDirectory} says, which must lie inside the bundle.
 */
public final class Main {

    private Main() {}

    /**
     * Runs the generator.
     *
     * @throws IOException if the generator model cannot be read
     * @throws IllegalStateException if the generator reports an error or a warning
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: BUNDLE_FOLDER GENMODEL");
        }
        Path bundle = Path.of(args[0]).toAbsolutePath().normalize();
        ResourceSet resources = resourceSet(bundle);
        Resource resource =
                resources.getResource(URI.createFileURI(bundle.resolve(args[1]).toString()), true);
        GenModel model = (GenModel) resource.getContents().getFirst();
        model.reconcile();
        model.setCanGenerate(true);
        model.setValidateModel(true);
        model.setForceOverwrite(true);
        model.setCodeFormatting(false);
        model.setBundleManifest(false);
        model.setUpdateClasspath(false);
        check(model.diagnose());
        check(generate(model));
    }

    private static ResourceSet resourceSet(Path bundle) {
        ResourceSet resources = new ResourceSetImpl();
        var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new XMIResourceFactoryImpl());
        resources.getPackageRegistry().put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
        resources.getPackageRegistry().put(EcorePackage.eNS_URI, EcorePackage.eINSTANCE);
        // "/<bundle name>/src-gen" in the generator model is a workspace path; it means this
        // folder.
        EcorePlugin.getPlatformResourceMap()
                .put(bundle.getFileName().toString(), URI.createFileURI(bundle.toString() + "/"));
        return resources;
    }

    private static Diagnostic generate(GenModel model) {
        GeneratorAdapterFactory.Descriptor.Registry adapters =
                GeneratorAdapterFactory.Descriptor.Registry.INSTANCE;
        adapters.addDescriptor(GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
        Generator generator = new Generator();
        generator.setInput(model);
        return generator.generate(
                model,
                GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE,
                new BasicMonitor.Printing(System.out));
    }

    private static void check(Diagnostic diagnostic) {
        if (diagnostic.getSeverity() > Diagnostic.INFO) {
            throw new IllegalStateException(describe(diagnostic));
        }
    }

    private static String describe(Diagnostic diagnostic) {
        List<String> children = diagnostic.getChildren().stream().map(Main::describe).toList();
        return children.isEmpty()
                ? diagnostic.getMessage()
                : diagnostic.getMessage() + ": " + String.join("; ", children);
    }
}
