package org.fenton.gateway.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.fenton.http.Problem;

/** The templates under {@code templates/workbench}; what they name is checked when the gateway is built. */
@CheckedTemplate(basePath = "workbench")
final class Pages {
    private Pages() {}

    static native TemplateInstance problem(Shell shell, Problem problem);

    static native TemplateInstance newCase(Shell shell, FormView form, List<Examples.Example> examples);

    static native TemplateInstance understood(
            Shell shell, Understanding understood, String document, List<String> notes);

    static native TemplateInstance ranking(Shell shell, RankingView view);

    static native TemplateInstance candidate(Shell shell, CandidateView view);

    static native TemplateInstance map(Shell shell, String id, MapView map, List<String> drugs, String drug);

    static native TemplateInstance compare(Shell shell, CompareView view, List<String> drugs);
}
