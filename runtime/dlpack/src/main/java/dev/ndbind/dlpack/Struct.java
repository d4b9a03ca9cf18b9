package dev.ndbind.dlpack;

/** The two structures of DLPack that own a tensor, and where their fields are, in bytes. */
enum Struct {
  /** {@code DLManagedTensorVersioned}: version, context, deleter and flags before the tensor. */
  VERSIONED(80, 32, 16),
  /** {@code DLManagedTensor}: context and deleter behind the tensor. */
  UNVERSIONED(64, 0, 56);

  /** The version that tensors made here have: the first with float8. */
  static final int MAJOR = 1;

  static final int MINOR = 1;

  // Of the structure with a version.
  static final long VERSION_MAJOR = 0;
  static final long VERSION_MINOR = 4;
  static final long FLAGS = 24;

  // Of the DLTensor in both.
  static final long DATA = 0;
  static final long DEVICE_TYPE = 8;
  static final long DEVICE_ID = 12;
  static final long NDIM = 16;
  static final long CODE = 20;
  static final long BITS = 21;
  static final long LANES = 22;
  static final long SHAPE = 24;
  static final long STRIDES = 32;
  static final long BYTE_OFFSET = 40;

  static final long READ_ONLY = 1;
  static final long IS_COPIED = 2;
  static final int CPU = 1;

  final long bytes;
  final long tensor;
  final long deleter;

  Struct(long bytes, long tensor, long deleter) {
    this.bytes = bytes;
    this.tensor = tensor;
    this.deleter = deleter;
  }
}
