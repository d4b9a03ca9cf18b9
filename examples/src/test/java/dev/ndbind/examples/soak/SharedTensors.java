package dev.ndbind.examples.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;

/** Tensors of some MiB each, read by many threads at once and written by one at a time. */
final class SharedTensors implements AutoCloseable {
  private static final int TENSORS = 4;

  /** So that what many threads convert at once fits into memory. */
  private static final int USERS = 6;

  /** Copies of 2 MiB and more are shared over cores. */
  private static final int ROWS = 331;

  private static final int COLUMNS = 1009;

  private final List<Shared> tensors = new ArrayList<>();
  private final Semaphore users = new Semaphore(USERS);

  private record Shared(Subject subject, ReadWriteLock lock) {}

  SharedTensors(RandomGenerator random) {
    for (int i = 0; i < TENSORS; i++) {
      tensors.add(shared(TorchSubject.of(random, Worker.dtype(random), ROWS, COLUMNS)));
      tensors.add(shared(TensorFlowSubject.of(random, Worker.dtype(random), ROWS, COLUMNS)));
    }
  }

  private static Shared shared(Subject subject) {
    return new Shared(subject, new ReentrantReadWriteLock());
  }

  /** Converts one of the tensors; returns how many conversions that were. */
  int use(RandomGenerator random) throws InterruptedException {
    Shared one = tensors.get(random.nextInt(tensors.size()));
    users.acquire();
    try {
      if (random.nextInt(8) == 0) {
        write(one, random);
      }
      return read(one, random);
    } finally {
      users.release();
    }
  }

  private static int read(Shared one, RandomGenerator random) {
    one.lock.readLock().lock();
    try {
      return one.subject.read(random);
    } finally {
      one.lock.readLock().unlock();
    }
  }

  private static void write(Shared one, RandomGenerator random) {
    one.lock.writeLock().lock();
    try {
      one.subject.write(random);
    } finally {
      one.lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    tensors.forEach(one -> one.subject.close());
  }
}
