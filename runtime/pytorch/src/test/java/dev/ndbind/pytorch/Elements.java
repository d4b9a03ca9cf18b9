package dev.ndbind.pytorch;

import dev.ndbind.BFloat16Array;
import dev.ndbind.BoolArray;
import dev.ndbind.Complex128Array;
import dev.ndbind.Complex64Array;
import dev.ndbind.Float16Array;
import dev.ndbind.Float32Array;
import dev.ndbind.Float64Array;
import dev.ndbind.Int16Array;
import dev.ndbind.Int32Array;
import dev.ndbind.Int64Array;
import dev.ndbind.Int8Array;
import dev.ndbind.NumpyArray;
import dev.ndbind.UInt16Array;
import dev.ndbind.UInt32Array;
import dev.ndbind.UInt64Array;
import dev.ndbind.UInt8Array;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * All elements in C order: bool and integers as Long, floats as Double, complex ones as lists of
 * two. Those of tensors come from LibTorch alone, which casts them and makes them contiguous.
 */
final class Elements {
  private Elements() {}

  static List<Object> of(Tensor tensor) {
    Tensor plain = tensor.resolve_conj().resolve_neg();
    if (plain.is_complex()) {
      return pairs(doubles(torch.view_as_real(plain.to(ScalarType.ComplexDouble).contiguous())));
    }
    return plain.is_floating_point() ? doubles(plain) : longs(plain);
  }

  private static List<Object> doubles(Tensor tensor) {
    Tensor dense = tensor.to(ScalarType.Double).contiguous();
    List<Object> elements = new ArrayList<>();
    DoublePointer memory = dense.data_ptr_double();
    for (long i = 0; i < dense.numel(); i++) {
      elements.add(memory.get(i));
    }
    dense.close();
    return elements;
  }

  private static List<Object> longs(Tensor tensor) {
    Tensor dense = tensor.to(ScalarType.Long).contiguous();
    List<Object> elements = new ArrayList<>();
    LongPointer memory = dense.data_ptr_long();
    for (long i = 0; i < dense.numel(); i++) {
      elements.add(memory.get(i));
    }
    dense.close();
    return elements;
  }

  private static List<Object> pairs(List<Object> parts) {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += 2) {
      pairs.add(List.of(parts.get(i), parts.get(i + 1)));
    }
    return pairs;
  }

  static List<Object> of(NumpyArray array) {
    List<Object> elements = new ArrayList<>();
    if (array.size() > 0) {
      collect(array, new long[array.rank()], 0, elements);
    }
    return elements;
  }

  private static void collect(NumpyArray array, long[] index, int axis, List<Object> elements) {
    if (axis == index.length) {
      elements.add(element(array, index));
      return;
    }
    for (long i = 0; i < array.shape(axis); i++) {
      index[axis] = i;
      collect(array, index, axis + 1, elements);
    }
  }

  private static Object element(NumpyArray array, long[] index) {
    return switch (array) {
      case BoolArray a -> a.get(index) ? 1L : 0L;
      case Int8Array a -> (long) a.get(index);
      case Int16Array a -> (long) a.get(index);
      case Int32Array a -> (long) a.get(index);
      case Int64Array a -> a.get(index);
      case UInt8Array a -> (long) a.get(index);
      case UInt16Array a -> (long) a.get(index);
      case UInt32Array a -> a.get(index);
      case UInt64Array a -> a.get(index);
      case Float16Array a -> (double) a.get(index);
      case BFloat16Array a -> (double) a.get(index);
      case Float32Array a -> (double) a.get(index);
      case Float64Array a -> a.get(index);
      case Complex64Array a -> List.of((double) a.getReal(index), (double) a.getImag(index));
      case Complex128Array a -> List.of(a.getReal(index), a.getImag(index));
    };
  }
}
