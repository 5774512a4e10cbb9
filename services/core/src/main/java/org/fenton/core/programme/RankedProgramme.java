package org.fenton.core.programme;

import java.util.Optional;

/** A programme's activity with its definition and, where there is one, its place among the reference panel's lines. */
public record RankedProgramme(Programme programme, ProgrammeActivity activity, Optional<ProgrammePanel.Rank> rank) {}
