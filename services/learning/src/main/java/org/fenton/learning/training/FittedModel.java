package org.fenton.learning.training;

import org.tribuo.Model;
import org.tribuo.classification.Label;

/** Tribuo's own model, which carries its provenance, and the flat form of it that scores. */
public record FittedModel(Model<Label> tribuo, ScoringModel scoring) {}
