package dev.ndbind.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Memory is lent to one borrower at a time, and freed when nobody wants it. */
class BlockPoolTest {
  private static final long MIB = 1 << 20;
  private final BlockPool pool = new BlockPool(64 * MIB);

  @Test
  void classesHoldWhatIsAskedForAndAtMostAQuarterMore() {
    for (long bytes = 0; bytes < 5000; bytes++) {
      assertClass(bytes);
    }
    for (int exponent = 12; exponent < 61; exponent++) {
      for (long near = -2; near <= 2; near++) {
        assertClass((1L << exponent) + near);
        assertClass((1L << exponent) * 5 / 4 + near);
      }
    }
  }

  private static void assertClass(long bytes) {
    int sizeClass = BlockPool.sizeClass(bytes);
    long held = BlockPool.classBytes(sizeClass);
    assertThat(held).isBetween(bytes, Math.max(64, bytes + bytes / 4));
    assertThat(BlockPool.sizeClass(held)).isEqualTo(sizeClass);
  }

  @Test
  void lendsWhatCameBack() {
    for (long bytes : new long[] {0, 1, 64, 100, 4096, MIB - 1, MIB, 3 * MIB}) {
      Block first = pool.borrow(bytes);
      long address = first.address();
      assertThat(address % 64).isZero();
      assertThat(first.bytes()).isGreaterThanOrEqualTo(bytes);
      Block second = pool.borrow(bytes);
      assertThat(second.address()).isNotEqualTo(address);
      first.release();
      assertThat(pool.idleBytes()).isEqualTo(first.bytes());
      Block third = pool.borrow(bytes);
      assertThat(third.address()).isEqualTo(address);
      assertThat(pool.idleBytes()).isZero();
      second.release();
      third.release();
      pool.age();
      freeAll();
    }
  }

  private void freeAll() {
    for (int i = 0; i < BlockPool.IDLE_SECONDS; i++) {
      pool.age();
    }
    assertThat(pool.idleBytes()).isZero();
  }

  @Test
  void aBlockComesBackWhenTheLastHolderReleasesIt() {
    Block block = pool.borrow(100);
    assertThat(block.tryRetain()).isTrue();
    block.release();
    assertThat(pool.idleBytes()).isZero();
    block.release();
    assertThat(pool.idleBytes()).isEqualTo(block.bytes());
    assertThat(block.tryRetain()).isFalse();
    Block next = pool.borrow(100);
    assertThat(next.address()).isEqualTo(block.address());
    assertThat(block.tryRetain()).isFalse();
    assertThatIllegalStateException().isThrownBy(block::release);
    assertThat(next.tryRetain()).isTrue();
  }

  @Test
  void keepsNoMoreThanItsBound() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      blocks.add(pool.borrow(10 * MIB));
    }
    blocks.forEach(Block::release);
    assertThat(pool.idleBytes()).isEqualTo(6 * 10 * MIB);
  }

  @Test
  void memoryThatIsUsedStaysAndOtherMemoryGoes() {
    Block busy = pool.borrow(2 * MIB);
    Block idle = pool.borrow(2 * MIB);
    idle.release();
    busy.release();
    for (int second = 0; second < 2 * BlockPool.IDLE_SECONDS; second++) {
      pool.age();
      Block again = pool.borrow(2 * MIB);
      assertThat(again.address()).isEqualTo(busy.address());
      again.release();
    }
    assertThat(pool.idleBytes()).isEqualTo(busy.bytes());
    freeAll();
  }

  @Test
  void reservesAreAskedWhenThereIsNoMore() {
    AtomicInteger asked = new AtomicInteger();
    pool.addReserve(asked::incrementAndGet);
    assertThat(outOfMemory(1L << 45)).isTrue();
    assertThat(asked).hasValue(1);
    pool.borrow(64).release();
    assertThat(asked).hasValue(1);
  }

  private boolean outOfMemory(long bytes) {
    try {
      pool.borrow(bytes);
      return false;
    } catch (OutOfMemoryError _) {
      return true;
    }
  }
}
