/** Heads as ONNX models, where Tribuo can export them. */
@NullMarked
package org.fenton.learning.onnx;

import org.jspecify.annotations.NullMarked;
