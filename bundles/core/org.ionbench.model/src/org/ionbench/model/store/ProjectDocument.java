// SPDX-FileCopyrightText: 2026 Ionbench contributors
// SPDX-License-Identifier: EPL-2.0

package org.ionbench.model.store;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.UnresolvedReferenceException;
import org.eclipse.emf.ecore.xmi.XMIResource;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.ionbench.api.problem.FormatException;
import org.ionbench.api.problem.Problem;
import org.ionbench.model.Identified;
import org.ionbench.model.ModelFactory;
import org.ionbench.model.Project;
import org.ionbench.model.impl.ModelPackageImpl;
import org.ionbench.model.migration.ProjectXml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory: its objects by id, its bytes, and its history of edits. One thread. */
public final class ProjectDocument {
    private final XMIResource resource;
    private final Project project;
    private final History history;
    private final List<Problem> problems;

    private ProjectDocument(XMIResource resource, Project project, List<Problem> problems) {
        this.resource = resource;
        this.project = project;
        this.problems = List.copyOf(problems);
        this.history = new History(resource);
    }

    /** An empty project. */
    public static ProjectDocument create(String name) {
        Project project = ModelFactory.INSTANCE.createProject();
        project.setId(Ids.fresh());
        project.setFormatVersion(ProjectXml.FORMAT_VERSION);
        project.setName(name);
        XMIResource resource = resource();
        resource.getContents().add((EObject) project);
        return new ProjectDocument(resource, project, List.of());
    }

    /**
     * Reads a project file of this or an earlier format version. References to objects that are not
     * there are left out and {@linkplain #problems() reported}.
     *
     * @param file the name to be used in messages
     * @throws FormatException if it is no project file, is damaged or of a newer version
     */
    public static ProjectDocument read(String file, byte[] bytes) throws IOException {
        byte[] current = ProjectXml.current(file, bytes);
        XMIResource resource = resource();
        List<Problem> problems = new ArrayList<>();
        try {
            resource.load(new ByteArrayInputStream(current), Map.of());
        } catch (IOException e) {
            // EMF raises the first of the errors that are looked at one by one below.
        }
        for (Resource.Diagnostic d : resource.getErrors()) {
            if (d instanceof UnresolvedReferenceException dangling) {
                problems.add(
                        Problem.error(
                                        "project.dangling",
                                        "A reference names an object that is not there: "
                                                + dangling.getReference())
                                .at("line " + d.getLine()));
            } else {
                throw new FormatException(file, "line " + d.getLine(), d.getMessage());
            }
        }
        if (resource.getContents().size() != 1
                || !(resource.getContents().getFirst() instanceof Project project)) {
            throw new FormatException(file, "", "expected one project");
        }
        return new ProjectDocument(resource, project, problems);
    }

    /** The live project; changed only within {@link History#edit}. */
    public Project project() {
        return project;
    }

    public History history() {
        return history;
    }

    /** What was wrong with the file but did not keep it from being opened. */
    public List<Problem> problems() {
        return problems;
    }

    /** The object with an id. */
    public Optional<Identified> find(String id) {
        return resource.getEObject(id) instanceof Identified found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The object with an id, if it is of a type. */
    public <T extends Identified> Optional<T> find(Class<T> type, String id) {
        return find(id).filter(type::isInstance).map(type::cast);
    }

    /** Takes an object out of the project, with what it contains and all references to them. */
    public void delete(Identified object) {
        EcoreUtil.deleteAll(List.of((EObject) object), true);
    }

    /** All objects, each after its container. */
    public List<Identified> all() {
        List<Identified> all = new ArrayList<>();
        for (TreeIterator<EObject> i = resource.getAllContents(); i.hasNext(); ) {
            if (i.next() instanceof Identified object) {
                all.add(object);
            }
        }
        return all;
    }

    /** The project file: UTF-8, one attribute a line, in the order of the model. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            resource.save(out, Map.of());
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
        return out.toByteArray();
    }

    private static XMIResource resource() {
        XMIResourceImpl resource =
                new XMIResourceImpl(URI.createURI(ProjectFolder.PROJECT_FILE)) {
                    @Override
                    protected boolean useUUIDs() {
                        return false;
                    }
                };
        ResourceSet set = new ResourceSetImpl();
        set.getPackageRegistry().put(ModelPackageImpl.eNS_URI, ModelPackageImpl.eINSTANCE);
        set.getResources().add(resource);
        resource.setEncoding("UTF-8");
        resource.setIntrinsicIDToEObjectMap(new HashMap<>());
        Map<Object, Object> load = resource.getDefaultLoadOptions();
        load.put(
                XMLResource.OPTION_PARSER_FEATURES,
                Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));
        load.put(XMLResource.OPTION_RECORD_UNKNOWN_FEATURE, true);
        load.put(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, true);
        Map<Object, Object> save = resource.getDefaultSaveOptions();
        save.put(XMLResource.OPTION_LINE_WIDTH, 1);
        save.put(XMLResource.OPTION_FORMATTED, true);
        save.put(Resource.OPTION_LINE_DELIMITER, "\n");
        save.put(
                XMLResource.OPTION_PROCESS_DANGLING_HREF,
                XMLResource.OPTION_PROCESS_DANGLING_HREF_DISCARD);
        return resource;
    }
}
