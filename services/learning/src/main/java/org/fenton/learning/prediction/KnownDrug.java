package org.fenton.learning.prediction;

import java.util.OptionalDouble;
import org.fenton.learning.features.DrugDescription;

/**
 * A drug as a bundle sees it, described and measured against the training drugs once, however many pairs and calls it is in.
 *
 * @param distance to the nearest training drug; empty where the structure is unknown
 */
record KnownDrug(DrugDescription description, OptionalDouble distance) {}
