package dev.ndbind.benchmarks.report;

import dev.ndbind.benchmarks.Casting.Cast;
import dev.ndbind.benchmarks.Copying.Layout;
import dev.ndbind.benchmarks.ElementLoops;
import dev.ndbind.benchmarks.ElementLoops.Loop;
import dev.ndbind.benchmarks.Workload;
import dev.ndbind.benchmarks.report.Figure.Added;
import dev.ndbind.benchmarks.report.Figure.Jmh;
import dev.ndbind.benchmarks.report.Figure.Script;
import dev.ndbind.benchmarks.report.Figure.Start;
import dev.ndbind.benchmarks.startup.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is measured, what it is compared with, and what it must reach. */
final class Cases {
  /** What a warm call with views may allocate, for each tensor. */
  private static final double BYTES = 200;

  private final List<Case> cases = new ArrayList<>();

  private Cases() {}

  static List<Case> all() {
    Cases all = new Cases();
    all.callsWithTorch();
    all.callsWithTensorFlow();
    all.reuse();
    all.plainCopies();
    all.permutedCopies();
    all.casts();
    all.loops();
    all.results();
    all.numpy();
    all.landsat();
    all.growth();
    all.compilation();
    all.starts();
    return all.cases;
  }

  private Case add(String group, String name, Figure ours) {
    Case added = new Case(group, name, ours);
    cases.add(added);
    return added;
  }

  private static Jmh jmh(String benchmark, String... parameters) {
    return Jmh.of(benchmark, parameters);
  }

  private void callsWithTorch() {
    String size = "size=1000";
    Jmh byHand = jmh("AdapterCall.torchByHand", size);
    Jmh threeByHand = jmh("AdapterCall.torchThreeByHand", size);
    add("call-torch", "1 tensor", jmh("AdapterCall.torch", size))
        .atMostBytes(BYTES)
        .atLeast(1, "accessors by hand", byHand)
        .atLeast(4, "Python `numpy()`", new Script("numpy_1"))
        .beside("Python `from_dlpack`", new Script("from_dlpack_1"));
    add("call-torch", "1 tensor, transposed", jmh("AdapterCall.torchTransposed", size))
        .atLeast(1, "accessors by hand", jmh("AdapterCall.torchTransposedByHand", size));
    add("call-torch", "3 tensors", jmh("AdapterCall.torchThree", size))
        .atMost(450)
        .atMostBytes(3 * BYTES)
        .atLeast(1, "accessors by hand", threeByHand)
        .atLeast(4, "Python `numpy()`", new Script("numpy_3"))
        .beside("Python `from_dlpack`", new Script("from_dlpack_3"));
    add("call-torch", "3 tensors, transposed", jmh("AdapterCall.torchThreeTransposed", size))
        .atMost(450)
        .atMostBytes(3 * BYTES)
        .atLeast(1, "accessors by hand", jmh("AdapterCall.torchThreeTransposedByHand", size));
    add("call-torch", "1 array", jmh("AdapterCall.array", size))
        .beside("1 tensor", jmh("AdapterCall.torch", size));
  }

  private void callsWithTensorFlow() {
    String size = "size=1000";
    add("call-tensorflow", "1 tensor", jmh("TensorFlowCall.one", size))
        .atMost(40)
        .atMostBytes(BYTES)
        .beside("`asByteBuffer`", jmh("TensorFlowCall.asByteBuffer", size))
        .beside("`data().read`", jmh("TensorFlowCall.dataRead", size))
        .beside("`StdArrays`", jmh("TensorFlowCall.stdArrays", size));
    add("call-tensorflow", "3 tensors, each", jmh("TensorFlowCall.three", size).per(3))
        .atMost(40)
        .atMostBytes(BYTES);
    add("call-tensorflow", "1 tensor, its sum", jmh("TensorFlowCall.sum", size))
        .beside("`getFloat` loop", jmh("TensorFlowCall.getFloatLoop", size));
  }

  private void reuse() {
    for (int rows : new int[] {1000, 4000}) {
      for (String conversion : List.of("ordered", "cast")) {
        String size = "size=" + rows;
        String benchmark = "ReuseHit." + conversion;
        Jmh each = jmh(benchmark, size, "reuse=CALL");
        for (String reuse : List.of("VERSION", "CONSTANT")) {
          String name = "%s, %d², `%s`".formatted(conversion, rows, reuse);
          add("reuse", name, jmh(benchmark, size, "reuse=" + reuse))
              .atMost(150)
              .beside("converted each time", each);
        }
      }
    }
    String tensorFlow = "ReuseHit.castTensorFlow";
    add(
            "reuse",
            "cast, TensorFlow, 1000², `CONSTANT`",
            jmh(tensorFlow, "size=1000", "reuse=CONSTANT"))
        .atMost(150)
        .beside("converted each time", jmh(tensorFlow, "size=1000", "reuse=CALL"));
  }

  private void plainCopies() {
    for (int kilobytes : new int[] {4, 64, 1024, 16384, 262144}) {
      String size = "kilobytes=" + kilobytes;
      Case copy =
          add("copy", "%,d kB".formatted(kilobytes), jmh("PlainCopying.ndbind", size))
              .atLeast(0.9, "`MemorySegment.copy`", jmh("PlainCopying.memcpy", size))
              .beside("torch `copy_`", jmh("PlainCopying.torch", size));
      Case clone =
          add(
                  "copy",
                  "%,d kB, new memory".formatted(kilobytes),
                  jmh("PlainCopying.ndbindNew", size))
              .beside("torch `clone`", jmh("PlainCopying.torchClone", size));
      copy.isOnlyFull = kilobytes == 64 || kilobytes == 16384;
      clone.isOnlyFull = kilobytes != 4 && kilobytes != 1024;
    }
  }

  private void permutedCopies() {
    for (Layout layout : Layout.values()) {
      String parameter = "layout=" + layout;
      Jmh ours = jmh("Copying.ndbind", parameter);
      Jmh torch = jmh("Copying.torch", parameter);
      boolean isOnlyFull =
          layout == Layout.TRANSPOSED_2048
              || layout == Layout.TRANSPOSED_8192
              || layout == Layout.RGB_TO_PIXELS
              || layout == Layout.PIXELS_TO_RGB;
      Case copy = add("permute", name(layout), ours);
      copy.isOnlyFull = isOnlyFull;
      copy.atLeast(1, "torch `copy_`", torch)
          .atLeast(3, "naive loop", jmh("Copying.naive", parameter))
          .beside("NumPy `ascontiguousarray`", jmh("Copying.numpy", parameter))
          .beside("`MemorySegment.copy` in order", jmh("Copying.memcpy", parameter));
      add("permute", name(layout) + ", one thread", ours.onOneThread())
          .atLeast(1, "torch `copy_`", torch.onOneThread())
          .onlyFull();
    }
  }

  private void casts() {
    for (Cast cast :
        List.of(
            Cast.UINT8_FLOAT32,
            Cast.FLOAT64_FLOAT32,
            Cast.FLOAT32_FLOAT16,
            Cast.FLOAT16_FLOAT32,
            Cast.FLOAT32_BFLOAT16,
            Cast.BFLOAT16_FLOAT32,
            Cast.INT64_INT32)) {
      String[] parameters = {"cast=" + cast, "size=1000", "transposed=false"};
      Jmh ours = jmh("Casting.ndbind", parameters);
      Jmh torch = jmh("Casting.torch", parameters);
      String name = name(cast).replace(" ", " → ");
      if (name.contains("bfloat16")) { // NumPy has none.
        add("cast", name, ours).atLeast(0.8, "torch `copy_`", torch);
      } else {
        Jmh numpy = jmh("Casting.numpy", parameters);
        add("cast", name, ours).atLeast(0.8, "torch `copy_`, NumPy `astype`", torch, numpy);
      }
      add("cast", name + ", one thread", ours.onOneThread())
          .atLeast(0.8, "torch `copy_`", torch.onOneThread())
          .onlyFull();
    }
  }

  private void loops() {
    for (Loop loop : Loop.values()) {
      for (ElementLoops.Layout layout : ElementLoops.Layout.values()) {
        String[] parameters = {"loop=" + loop, "layout=" + layout};
        Jmh floats = jmh("ElementLoops.floatArray", parameters);
        Case one = add("loop", name(loop) + ", " + name(layout), loop(parameters, false));
        one.atLeast(0.8, "`float[]`", floats);
        if (layout != ElementLoops.Layout.STEP) { // It believes that a tensor has no gaps.
          one.atLeast(3, "JavaCPP indexer", jmh("ElementLoops.javacppIndexer", parameters));
        }
        Case several =
            add("loop", one.name + ", several kinds seen", loop(parameters, true))
                .atLeast(0.8, "`float[]`", floats);
        one.isOnlyFull = layout == ElementLoops.Layout.TRANSPOSED;
        several.isOnlyFull = one.isOnlyFull;
        if (layout == ElementLoops.Layout.DENSE) {
          one.atLeast(3, "TF `NdArray`", jmh("ElementLoops.tensorFlowNdArray", parameters));
        }
      }
    }
  }

  private static Jmh loop(String[] parameters, boolean several) {
    return jmh("ElementLoops.ndbind", parameters[0], parameters[1], "several=" + several);
  }

  private void results() {
    Jmh memcpy = jmh("ResultsBack.memcpy");
    add("result", "PyTorch, shared", jmh("ResultsBack.torchShared"))
        .atLeast(10, "`MemorySegment.copy`", memcpy)
        .beside("torch `from_blob`", jmh("ResultsBack.torchFromBlob"));
    add("result", "PyTorch, copied", jmh("ResultsBack.torchCopied"))
        .atLeast(0.9, "one copy by hand", jmh("ResultsBack.torchCopiedByHand"))
        .beside("`MemorySegment.copy`", memcpy)
        .beside("`Tensor.create`", jmh("ResultsBack.torchCreate"));
    add("result", "TensorFlow", jmh("ResultsBack.tensorFlow"))
        .atLeast(0.9, "one copy by hand", jmh("ResultsBack.tensorFlowCopiedByHand"))
        .beside("`MemorySegment.copy`", memcpy)
        .beside("`TFloat32.tensorOf`", jmh("ResultsBack.tensorFlowTensorOf"));
  }

  private void numpy() {
    String small = "size=3";
    String large = "size=1000000";
    add("numpy", "`add`, 3 elements", jmh("NumpyCall.add", small))
        .atLeast(1 / 1.3, "Python", jmh("NumpyCall.addInPython", small));
    add("numpy", "`mean`, 3 elements", jmh("NumpyCall.mean", small))
        .atLeast(1 / 1.3, "Python", jmh("NumpyCall.meanInPython", small));
    add("numpy", "`mean`, 1000²", jmh("NumpyCall.mean", large))
        .atLeast(1 / 1.05, "Python", jmh("NumpyCall.meanInPython", large));
    Script byTorch = new Script("numpy_1");
    add("numpy", "a tensor as an argument", jmh("TensorToNumpy.argument"))
        .atMost(400)
        .beside("Python `numpy()`", byTorch);
    add("numpy", "a tensor as an object", jmh("TensorToNumpy.object"))
        .atMost(400)
        .beside("Python `numpy()`", byTorch);
    add("numpy", "`add`, 1000²", jmh("NumpyCall.add", large))
        .beside("Python", jmh("NumpyCall.addInPython", large))
        .onlyFull();
  }

  private void landsat() {
    Jmh torch = Jmh.example("LandsatJob.torch");
    Jmh byHand = Jmh.example("LandsatJob.torchByHand");
    add("landsat", "PyTorch", torch)
        .atLeast(1, "conversions by hand", byHand)
        .beside("Python and NumPy", new Script("landsat"));
    add("landsat", "TensorFlow", Jmh.example("LandsatJob.tensorFlow"))
        .beside("conversions by hand, PyTorch", byHand);
  }

  /** What grows must grow with the number of things, and what must not grow must stay. */
  private void growth() {
    add("growth", "a view of 10⁶ elements", jmh("AdapterCall.torch", "size=1000"))
        .atLeast(0.8, "of 1 element", jmh("AdapterCall.torch", "size=1"))
        .beside("of 10² elements", jmh("AdapterCall.torch", "size=10"))
        .beside("of 10⁴ elements", jmh("AdapterCall.torch", "size=100"));
    add("growth", "TensorFlow, 10⁶ elements", jmh("TensorFlowCall.one", "size=1000"))
        .atLeast(0.8, "of 1 element", jmh("TensorFlowCall.one", "size=1"));
    Jmh eight = jmh("ArgumentGrowth.eight").per(8);
    add("growth", "an argument of 64", jmh("ArgumentGrowth.sixtyFour").per(64))
        .atLeast(0.8, "of 8", eight)
        .beside("of 1", jmh("ArgumentGrowth.one"));
    add("growth", "an argument of 32", jmh("ArgumentGrowth.thirtyTwo").per(32))
        .atLeast(0.8, "of 8", eight)
        .onlyFull();
    add("growth", "an argument of 16", jmh("ArgumentGrowth.sixteen").per(16))
        .atLeast(0.8, "of 8", eight)
        .onlyFull();
  }

  private void compilation() {
    Figure thousand = added(Workload.NDBIND, 1000);
    add("compile", "a method of 1000", thousand)
        .atLeast(0.8, "of 100", added(Workload.NDBIND, 100))
        .beside("the first", added(Workload.NDBIND, 1))
        .beside("a class of AutoValue, of 1000", added(Workload.AUTO_VALUE, 1000));
  }

  private static Figure added(Workload workload, int methods) {
    Figure on = compilation(workload, "ON", methods);
    return new Added(on, compilation(workload, "OFF", methods), methods);
  }

  private static Jmh compilation(Workload workload, String processing, int methods) {
    return jmh(
        "CompileTime.compile",
        "workload=" + workload,
        "processing=" + processing,
        "methods=" + methods);
  }

  private void starts() {
    for (String framework : List.of("arrays", "pytorch", "tensorflow")) {
      for (Stage stage : Stage.values()) {
        add("start", framework + ": " + stage, new Start(framework, true, stage))
            .beside("without AOT cache", new Start(framework, false, stage));
      }
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
