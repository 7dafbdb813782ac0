package io.jxc.store.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The files of the embedded database by a name of their own, so that it opens steady ones. */
public final class SteadyFiles extends FilePathWrapper {
  /** What stands before the path in an address. */
  static final String SCHEME = "jxc";

  /** For the database, which makes one for each path. */
  public SteadyFiles() {}

  /** Makes the name known to the database; once more does no harm. */
  static void register() {
    FilePath.register(new SteadyFiles());
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new SteadyFile(name.substring(SCHEME.length() + 1), mode);
  }
}
