package io.jxc.core.internal.flaw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Loads the whole library and its tests anew, with one source file changed. Libraries of others are
 * shared with the sound code.
 */
final class FlawedLoader extends ClassLoader {
  private static final String OURS = "io.jxc.";

  private final Map<String, byte[]> changed;

  private FlawedLoader(Map<String, byte[]> changed) {
    super(FlawedLoader.class.getClassLoader());
    this.changed = changed;
  }

  /** Returns a loader of the library as it is. */
  static FlawedLoader sound() {
    return new FlawedLoader(Map.of());
  }

  /** Compiles a flaw and returns a loader of the library that has it. */
  static FlawedLoader of(Flaw flaw) throws IOException {
    Path file = root().resolve(flaw.file());
    String source = Files.readString(file);
    int at = source.indexOf(flaw.sound());
    if (at < 0 || source.indexOf(flaw.sound(), at + 1) >= 0) {
      throw new IllegalStateException(
          "'" + flaw.name() + "' does not stand exactly once in " + flaw.file() + ": adapt it");
    }
    return new FlawedLoader(compile(file, source.replace(flaw.sound(), flaw.faulty())));
  }

  /** The folder of all modules, seen from the module that is tested. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("jxc-core")) ? here : here.resolve("..").normalize();
  }

  private static Map<String, byte[]> compile(Path file, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> written = new HashMap<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        JavaFileManager memory = new InMemory(files, written)) {
      JavaFileObject unit =
          new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
              return source;
            }
          };
      List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classPath());
      if (!compiler.getTask(null, memory, null, options, null, List.of(unit)).call()) {
        throw new IllegalStateException("a flaw in " + file + " does not compile");
      }
    }
    Map<String, byte[]> classes = new HashMap<>();
    written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  /** Surefire starts with a jar that only names the others. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return System.getProperty("surefire.test.class.path", own);
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
      super(files);
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        javax.tools.FileObject sibling) {
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
        }
      };
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = changed.get(name);
    if (bytes == null) {
      try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (stream == null) {
          throw new ClassNotFoundException(name);
        }
        bytes = stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
