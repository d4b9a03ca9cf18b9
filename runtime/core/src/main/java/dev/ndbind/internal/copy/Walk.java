package dev.ndbind.internal.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * The loops of a copy in the order in which they run: any number of outer ones around a plane.
 *
 * @param src address of the first element to read
 * @param dst address of the first element to write
 * @param outer loops, outermost first
 * @param plane what they go around
 */
record Walk(long src, long dst, List<Axis> outer, Plane plane) {
  private static final Axis SINGLE = new Axis(1, 0, 0);

  /** Puts loops in order. */
  static Walk of(long src, long dst, List<Axis> axes) {
    List<Axis> loops = new ArrayList<>(axes);
    while (loops.size() < 2) {
      loops.addFirst(SINGLE);
    }
    Plane plane = Plane.arrange(loops);
    return new Walk(src, dst, loops.subList(0, loops.size() - 2), plane);
  }

  /** Runs a kernel over all elements. */
  void run(Kernel kernel) {
    loop(kernel, 0, src, dst);
  }

  private void loop(Kernel kernel, int depth, long from, long to) {
    if (depth == outer.size()) {
      plane.run(kernel, from, to);
      return;
    }
    Axis axis = outer.get(depth);
    for (long i = 0; i < axis.size(); i++) {
      loop(kernel, depth + 1, from + axis.srcAt(i), to + axis.dstAt(i));
    }
  }

  /**
   * Cuts one loop, so that the parts can run at the same time: the outermost one that has steps
   * enough, else the one that has the most.
   *
   * @param wanted how many parts
   * @return about as many, or fewer
   */
  List<Walk> split(long wanted) {
    List<Axis> loops = loops();
    int cut = 0;
    for (int i = 0; i < loops.size() && grains(loops, cut) < wanted; i++) {
      cut = grains(loops, i) > grains(loops, cut) ? i : cut;
    }
    Axis whole = loops.get(cut);
    long grain = grain(cut);
    long step = Math.ceilDiv(grains(loops, cut), wanted) * grain;
    List<Walk> parts = new ArrayList<>();
    for (long done = 0; done < whole.size(); done += step) {
      loops.set(cut, whole.withSize(Math.min(step, whole.size() - done)));
      parts.add(at(src + whole.srcAt(done), dst + whole.dstAt(done), List.copyOf(loops)));
    }
    return parts;
  }

  /** Steps that stay together: many in the plane, whose tiles suffer when they become narrow. */
  private long grain(int loop) {
    return loop < outer.size() ? 1 : Plane.GRAIN;
  }

  private long grains(List<Axis> loops, int loop) {
    return Math.ceilDiv(loops.get(loop).size(), grain(loop));
  }

  private List<Axis> loops() {
    List<Axis> loops = new ArrayList<>(outer);
    loops.add(plane.rows());
    loops.add(plane.columns());
    return loops;
  }

  private Walk at(long newSrc, long newDst, List<Axis> loops) {
    int depth = outer.size();
    Plane cut = new Plane(loops.get(depth), loops.get(depth + 1), plane.height(), plane.width());
    return new Walk(newSrc, newDst, loops.subList(0, depth), cut);
  }
}
