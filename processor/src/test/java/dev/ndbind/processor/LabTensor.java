package dev.ndbind.processor;

import dev.ndbind.annotation.DType;
import java.lang.foreign.MemorySegment;

/** A tensor of the laboratory's own framework: any strides over native memory, aligned or not. */
@SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
public record LabTensor(
    DType dtype,
    MemorySegment memory,
    long offset,
    long[] shape,
    long[] byteStrides,
    boolean isReadOnly) {}
