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

    /** The same without the page around it, to be opened inside a list. */
    static native TemplateInstance candidateBody(
            CandidateView view, List<OverrideReason> overrides, List<Feedback.Line> feedback);

    static native TemplateInstance map(Shell shell, String id, MapView map, List<String> drugs, String drug);

    static native TemplateInstance compare(Shell shell, CompareView view, List<String> drugs);

    static native TemplateInstance whatIf(Shell shell, WhatIfView view);

    /** What a moved slider changes, without the page around it. */
    static native TemplateInstance whatIfResult(WhatIfView view);

    static native TemplateInstance records(Shell shell, List<RecordLine> lines, String next);

    static native TemplateInstance record(Shell shell, RecordView view);

    static native TemplateInstance fact(Shell shell, FactView view, boolean reportable);

    static native TemplateInstance drugs(Shell shell, SearchResult result, List<DrugLine> drugs);

    static native TemplateInstance drug(Shell shell, DrugView view);

    static native TemplateInstance curation(Shell shell, CurationView view);

    static native TemplateInstance proposal(Shell shell, ProposalView view);

    static native TemplateInstance report(Shell shell, ReportView view);

    static native TemplateInstance propose(Shell shell, StepForm form, ClaimFields.Choices choices, String about);

    static native TemplateInstance models(
            Shell shell, List<ModelView> models, List<HeadsView> heads, List<String> refused);

    static native TemplateInstance runs(Shell shell, List<RunView> runs, boolean configured);

    static native TemplateInstance run(Shell shell, RunView run);

    static native TemplateInstance pack(Shell shell, PackView pack);

    static native TemplateInstance packPdf(Shell shell, PackView pack);
}
