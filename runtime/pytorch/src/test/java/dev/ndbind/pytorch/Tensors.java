package dev.ndbind.pytorch;

import dev.ndbind.annotation.DType;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors for tests, made by LibTorch alone. */
final class Tensors {
  private static final double[] SPECIAL = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0, 1e-40, 6e-8, 65504
  };

  private Tensors() {}

  /** 0, 1, 2, ... in C order. */
  static Tensor counting(long... shape) {
    long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    return torch.arange(new Scalar(count)).to(ScalarType.Float).reshape(shape);
  }

  /** Ones. What {@code set_requires_grad} returns is only borrowed from this. */
  static Tensor requiringGradients(long... shape) {
    Tensor tensor = torch.ones(shape);
    tensor.set_requires_grad(true);
    return tensor;
  }

  static Tensor complex(Tensor real, Tensor imag) {
    return torch.view_as_complex(torch.stack(new TensorVector(real, imag), -1));
  }

  /** Not by way of the code under test. */
  static ScalarType scalarType(DType dtype) {
    return switch (dtype) {
      case BOOL -> ScalarType.Bool;
      case INT8 -> ScalarType.Char;
      case INT16 -> ScalarType.Short;
      case INT32 -> ScalarType.Int;
      case INT64 -> ScalarType.Long;
      case UINT8 -> ScalarType.Byte;
      case UINT16 -> ScalarType.UInt16;
      case UINT32 -> ScalarType.UInt32;
      case UINT64 -> ScalarType.UInt64;
      case FLOAT16 -> ScalarType.Half;
      case BFLOAT16 -> ScalarType.BFloat16;
      case FLOAT32 -> ScalarType.Float;
      case FLOAT64 -> ScalarType.Double;
      case COMPLEX64 -> ScalarType.ComplexFloat;
      case COMPLEX128 -> ScalarType.ComplexDouble;
      default -> throw new IllegalArgumentException(dtype.toString());
    };
  }

  /** A contiguous tensor of random elements. */
  static Tensor random(DType dtype, Random random, long... shape) {
    int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    Tensor flat;
    if (dtype.isComplex()) {
      flat = complex(doubles(random, count), doubles(random, count));
    } else if (dtype.isFloating()) {
      flat = doubles(random, count);
    } else {
      long[] elements = random.longs(count + 1L).toArray();
      flat = torch.tensor(elements).narrow(0, 0, count);
      flat = dtype == DType.BOOL ? flat.bitwise_and(new Scalar(1)) : flat;
    }
    return flat.to(scalarType(dtype)).clone().reshape(shape);
  }

  private static Tensor doubles(Random random, int count) {
    double[] elements = new double[count + 1];
    for (int i = 0; i < count; i++) {
      elements[i] =
          random.nextInt(8) == 0
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : random.nextGaussian() * 100;
    }
    return torch
        .from_blob(
            new DoublePointer(elements), new long[] {count}, new TensorOptions(ScalarType.Double))
        .clone();
  }

  static long[] randomShape(Random random) {
    long[] shape = new long[random.nextInt(5)];
    Arrays.setAll(shape, _ -> random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4));
    return shape;
  }

  /** A view with the same elements or fewer, otherwise arranged. */
  static Tensor randomView(Tensor tensor, Random random) {
    Tensor view = tensor;
    for (int steps = random.nextInt(5); steps > 0; steps--) {
      view = randomStep(view, random);
    }
    return view;
  }

  private static Tensor randomStep(Tensor tensor, Random random) {
    int rank = (int) tensor.dim();
    if (rank == 0 || random.nextInt(8) == 0) {
      return tensor.unsqueeze(0);
    }
    int axis = random.nextInt(rank);
    long size = tensor.size(axis);
    return switch (random.nextInt(8)) {
      case 0 -> tensor.permute(permutation(rank, random));
      case 1 -> tensor.transpose(axis, random.nextInt(rank));
      case 2 -> size == 0 ? tensor : tensor.select(axis, random.nextInt((int) size));
      case 3 -> size == 0 ? tensor : tensor.narrow(axis, size / 2, size - size / 2);
      case 4 ->
          tensor.slice(
              axis, new LongOptional(size / 3), new LongOptional(size), 1 + random.nextInt(2));
      case 5 -> size < 2 ? tensor : tensor.unfold(axis, 2, 1);
      case 6 -> size != 1 ? tensor : tensor.expand(expanded(tensor, axis));
      default -> signed(tensor);
    };
  }

  private static Tensor signed(Tensor tensor) {
    if (tensor.is_complex()) {
      return tensor.conj();
    }
    return tensor.is_floating_point() ? tensor._neg_view() : tensor;
  }

  private static long[] expanded(Tensor tensor, int axis) {
    long[] shape = new long[(int) tensor.dim()];
    Arrays.setAll(shape, i -> i == axis ? 3 : tensor.size(i));
    return shape;
  }

  private static long[] permutation(int rank, Random random) {
    long[] order = new long[rank];
    Arrays.setAll(order, i -> i);
    for (int i = rank - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
