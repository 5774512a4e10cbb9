package org.fenton.gateway.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.fenton.gateway.cdshooks.OverrideReason;
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

    static native TemplateInstance candidate(
            Shell shell, CandidateView view, List<OverrideReason> overrides, List<Feedback.Line> feedback);

    static native TemplateInstance map(Shell shell, String id, MapView map, List<String> drugs, String drug);

    static native TemplateInstance compare(Shell shell, CompareView view, List<String> drugs);

    static native TemplateInstance whatIf(Shell shell, WhatIfView view);

    static native TemplateInstance records(Shell shell, List<RecordLine> lines, String next);

    static native TemplateInstance record(Shell shell, RecordView view);

    static native TemplateInstance fact(Shell shell, FactView view, boolean reportable);

    static native TemplateInstance drugs(Shell shell, SearchResult result, List<DrugLine> drugs);

    static native TemplateInstance drug(Shell shell, DrugView view);

    static native TemplateInstance curation(Shell shell, CurationView view);

    static native TemplateInstance models(Shell shell, List<ModelView> models, List<String> refused);

    static native TemplateInstance runs(Shell shell);

    static native TemplateInstance pack(Shell shell, PackView pack);

    static native TemplateInstance packPdf(Shell shell, PackView pack);
}
