// Lucene 8 as engine.h describes an engine: the default codec, MMapDirectory, BM25, one
// field of title and body with a gap between them, topics and months as
// SortedSetDocValues. forceMerge(1) is told apart from indexing.
//
//   java -cp ... LuceneEngine index|serve|ask ...

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

public final class LuceneEngine {
  private static final int BEST = 10;
  private static final String TEXT = "text";

  // ---- articles -------------------------------------------------------------------

  /** Reads the JSON that export_articles writes: objects of strings and of arrays of them. */
  private static final class Line {
    private final String text;
    private int at = 0;

    Line(String text) {
      this.text = text;
    }

    Map<String, List<String>> object() {
      Map<String, List<String>> fields = new HashMap<>();
      expect('{');
      while (next() != '}') {
        if (next() == ',') at++;
        next();
        String key = string();
        expect(':');
        List<String> values = new ArrayList<>();
        if (next() == '[') {
          at++;
          while (next() != ']') {
            if (next() == ',') at++;
            next();
            values.add(string());
          }
          at++;
        } else {
          values.add(string());
        }
        fields.put(key, values);
      }
      return fields;
    }

    private char next() {
      while (text.charAt(at) == ' ') at++;
      return text.charAt(at);
    }

    private void expect(char wanted) {
      if (next() != wanted) throw new IllegalArgumentException("no " + wanted + " at " + at);
      at++;
    }

    private String string() {
      expect('"');
      StringBuilder out = null;
      int begin = at;
      for (; ; at++) {
        char c = text.charAt(at);
        if (c == '"') break;
        if (c != '\\') continue;
        if (out == null) out = new StringBuilder();
        out.append(text, begin, at);
        at++;
        char escaped = text.charAt(at);
        if (escaped == 'u') {
          out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
          at += 4;
        } else {
          out.append(escaped);  // The writer escapes nothing else but " and \.
        }
        begin = at + 1;
      }
      String rest = text.substring(begin, at++);
      return out == null ? rest : out.append(rest).toString();
    }
  }

  private static int dayNumber(String date) {
    return Integer.parseInt(date.replace("-", ""));
  }

  private static String first(Map<String, List<String>> fields, String key) {
    List<String> values = fields.get(key);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  // ---- indexing -------------------------------------------------------------------

  /** The words of all fields stand apart: no phrase crosses. */
  private static final class Gapped extends AnalyzerWrapper {
    private final Analyzer inner;
    private final boolean cutsPossessives;

    Gapped(Analyzer inner, boolean cutsPossessives) {
      super(inner.getReuseStrategy());
      this.inner = inner;
      this.cutsPossessives = cutsPossessives;
    }

    @Override
    protected TokenStreamComponents wrapComponents(
        String field, TokenStreamComponents components) {
      if (!cutsPossessives) return components;
      return new TokenStreamComponents(
          components.getSource(), new EnglishPossessiveFilter(components.getTokenStream()));
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return inner;
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 1000;
    }
  }

  private static Analyzer analyzer(boolean exact, boolean stopWords) {
    // The other engines leave no words out. "Today's" is a word of its own to
    // StandardAnalyzer, "today" to EnglishAnalyzer and to most of the others.
    if (exact) return new Gapped(new StandardAnalyzer(CharArraySet.EMPTY_SET), true);
    CharArraySet left = stopWords ? EnglishAnalyzer.getDefaultStopSet() : CharArraySet.EMPTY_SET;
    return new Gapped(new EnglishAnalyzer(left), false);
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("topic", true);
    return config;
  }

  private static Document document(Map<String, List<String>> fields, FacetsConfig config)
      throws IOException {
    Document document = new Document();
    String title = first(fields, "title");
    String body = first(fields, "body");
    document.add(new StringField("id", first(fields, "id"), Field.Store.YES));
    document.add(new StoredField("title", title));
    document.add(new StoredField("body", body));
    document.add(new TextField(TEXT, title, Field.Store.NO));
    document.add(new TextField(TEXT, body, Field.Store.NO));
    String date = first(fields, "date");
    if (!date.isEmpty()) {
      document.add(new IntPoint("day", dayNumber(date)));
      document.add(new NumericDocValuesField("day", dayNumber(date)));
      document.add(new SortedSetDocValuesFacetField("month", date.substring(0, 7)));
    }
    List<String> topics = fields.getOrDefault("topics", List.of());
    for (String topic : topics.stream().distinct().toArray(String[]::new)) {
      if (!topic.isEmpty()) document.add(new SortedSetDocValuesFacetField("topic", topic));
    }
    return config.build(document);
  }

  private static void addAll(IndexWriter writer, BufferedReader in) {
    FacetsConfig config = facetsConfig();
    try {
      for (; ; ) {
        String line;
        synchronized (in) {
          line = in.readLine();
        }
        if (line == null) return;
        writer.addDocument(document(new Line(line).object(), config));
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static long folderBytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long peakKib() throws IOException {
    for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
    return 0;
  }

  private static void index(Options options) throws Exception {
    Path folder = Paths.get(options.operands.get(1));
    long begin = System.nanoTime();
    try (Directory directory = new MMapDirectory(folder);
        BufferedReader in =
            Files.newBufferedReader(
                Paths.get(options.operands.get(2)), StandardCharsets.UTF_8)) {
      IndexWriterConfig config =
          new IndexWriterConfig(analyzer(options.exact, options.stopWords));
      config.setRAMBufferSizeMB(64);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < options.threads; i++) {
          Thread thread = new Thread(() -> addAll(writer, in));
          thread.setUncaughtExceptionHandler(
              (which, failure) -> {
                synchronized (failures) {
                  failures.add(failure);
                }
              });
          thread.start();
          threads.add(thread);
        }
        for (Thread thread : threads) thread.join();
        if (!failures.isEmpty()) throw new RuntimeException(failures.get(0));
        writer.commit();
        long committed = System.nanoTime();
        long unmerged = folderBytes(folder);
        writer.forceMerge(1);
        writer.commit();
        System.out.printf(
            "index_seconds=%.3f%nmerge_seconds=%.3f%nbytes_unmerged=%d%npeak_kib=%d%n",
            (committed - begin) / 1e9,
            (System.nanoTime() - committed) / 1e9,
            unmerged,
            peakKib());
      }
    }
  }

  // ---- searching ------------------------------------------------------------------

  private static final class Answer {
    long count;
    String detail = "";
  }

  private final Options options;
  private final IndexSearcher searcher;
  private final Analyzer analyzer;
  private final SortedSetDocValuesReaderState facetState;
  private String title;

  private LuceneEngine(Options options) throws IOException {
    this.options = options;
    DirectoryReader reader =
        DirectoryReader.open(new MMapDirectory(Paths.get(options.operands.get(1))));
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);  // Every answer is worked out.
    analyzer = analyzer(options.exact, options.stopWords);
    SortedSetDocValuesReaderState state = null;
    if (!options.operands.get(0).equals("ask")) {
      try {
        state = new DefaultSortedSetDocValuesReaderState(reader);
      } catch (IllegalArgumentException noFacets) {
        state = null;
      }
    }
    facetState = state;
  }

  private String analyzed(String word) throws IOException {
    try (TokenStream stream = analyzer.tokenStream(TEXT, word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String first = stream.incrementToken() ? term.toString() : word;
      while (stream.incrementToken()) {}
      stream.end();
      return first;
    }
  }

  private Query query(String kind, String[] words) throws IOException {
    switch (kind) {
      case "phrase":
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (String word : words) phrase.add(new Term(TEXT, analyzed(word)));
        return phrase.build();
      case "prefix":
        return new PrefixQuery(new Term(TEXT, words[0]));
      case "range":
        int from = dayNumber(words[1]);
        int to = dayNumber(words[2]);
        return new BooleanQuery.Builder()
            .add(new TermQuery(new Term(TEXT, analyzed(words[0]))), BooleanClause.Occur.MUST)
            .add(
                new IndexOrDocValuesQuery(
                    IntPoint.newRangeQuery("day", from, to),
                    NumericDocValuesField.newSlowRangeQuery("day", from, to)),
                BooleanClause.Occur.FILTER)
            .build();
      default:
        if (words[0].equals("*")) return new MatchAllDocsQuery();
        if (words.length == 1) return new TermQuery(new Term(TEXT, analyzed(words[0])));
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String word : words) {
          builder.add(
              new TermQuery(new Term(TEXT, analyzed(word))),
              kind.equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
        }
        return builder.build();
    }
  }

  private static String plainKind(String kind) {
    if (kind.startsWith("and_count")) return "and_count";
    int underscore = kind.indexOf('_');
    return underscore < 0 ? kind : kind.substring(0, underscore);
  }

  private Answer answer(String line) throws IOException {
    int tab = line.indexOf('\t');
    String kind = plainKind(line.substring(0, tab));
    Query query = query(kind, line.substring(tab + 1).trim().split(" +"));
    if (kind.equals("facet")) return facets(query);
    boolean all = options.exact || kind.equals("and_count");
    TopScoreDocCollector collector =
        TopScoreDocCollector.create(BEST, all ? Integer.MAX_VALUE : 1000);
    searcher.search(query, collector);
    TopDocs best = collector.topDocs();
    if (!options.bare) {
      for (ScoreDoc hit : best.scoreDocs) {
        Document stored = searcher.doc(hit.doc, java.util.Set.of("id", "title"));
        title = stored.get("id") + stored.get("title");
      }
    }
    Answer answer = new Answer();
    answer.count = all ? best.totalHits.value : best.scoreDocs.length;
    return answer;
  }

  private Answer facets(Query query) throws IOException {
    FacetsCollector collector = new FacetsCollector();
    searcher.search(query, collector);
    Answer answer = new Answer();
    for (FacetsCollector.MatchingDocs docs : collector.getMatchingDocs()) {
      answer.count += docs.totalHits;
    }
    if (facetState == null) return answer;
    Facets counts = new SortedSetDocValuesFacetCounts(facetState, collector);
    FacetResult topics = counts.getTopChildren(BEST, "topic");
    try {
      counts.getTopChildren(BEST, "month");
    } catch (IllegalArgumentException noDates) {
      // Articles without dates have no such dimension.
    }
    if (topics == null) return answer;
    StringBuilder detail = new StringBuilder();
    for (LabelAndValue value : topics.labelValues) {
      if (detail.length() > 0) detail.append(';');
      detail.append(value.label).append('=').append(value.value);
    }
    answer.detail = detail.toString();
    return answer;
  }

  private static String[] readBlock(BufferedReader in, int count) throws IOException {
    String[] lines = new String[count];
    for (int i = 0; i < count; i++) lines[i] = in.readLine();
    return lines;
  }

  private long now() {
    return options.processorTime
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    for (String line; (line = in.readLine()) != null; out.flush()) {
      String[] order = line.split(" ");
      if (order[0].equals("warm")) {
        String[] lines = readBlock(in, Integer.parseInt(order[2]));
        long end = System.nanoTime() + (long) (Double.parseDouble(order[1]) * 1e9);
        int rounds = 0;
        do {
          for (String one : lines) answer(one);
          rounds++;
        } while (System.nanoTime() < end && lines.length > 0);
        out.println("warm " + rounds);
        continue;
      }
      String[] lines = readBlock(in, Integer.parseInt(order[1]));
      Answer[] answers = new Answer[lines.length];
      long[] nanoseconds = new long[lines.length];
      for (int i = 0; i < lines.length; i++) {
        long begin = now();
        answers[i] = answer(lines[i]);
        nanoseconds[i] = now() - begin;
      }
      for (int i = 0; i < lines.length; i++) {
        out.println(answers[i].count + "\t" + nanoseconds[i] + "\t" + answers[i].detail);
      }
    }
  }

  // ---- the command ----------------------------------------------------------------

  private static final class Options {
    final List<String> operands = new ArrayList<>();
    boolean exact = false;
    boolean bare = false;
    boolean processorTime = false;
    boolean stopWords = false;
    int threads = 2;

    Options(String[] given) {
      for (int i = 0; i < given.length; i++) {
        switch (given[i]) {
          case "--exact": exact = true; break;
          case "--bare": bare = true; break;
          case "--processor-time": processorTime = true; break;
          case "--stop-words": stopWords = true; break;
          case "--threads": threads = Integer.parseInt(given[++i]); break;
          default: operands.add(given[i]);
        }
      }
    }
  }

  public static void main(String[] given) throws Exception {
    Options options = new Options(given);
    switch (options.operands.get(0)) {
      case "index":
        index(options);
        break;
      case "serve":
        new LuceneEngine(options).serve();
        break;
      case "ask":
        Answer answer =
            new LuceneEngine(options)
                .answer(options.operands.get(2) + "\t" + options.operands.get(3));
        System.out.println(answer.count);
        break;
      default:
        System.err.println("usage: index FOLDER ARTICLES | serve FOLDER | ask FOLDER KIND TEXT");
        System.exit(2);
    }
  }
}
