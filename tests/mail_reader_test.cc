// Messages and mailboxes: which files they are, their parts, and hostile ones.

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "index/readers/mail_message.h"
#include "index/readers/mail_reader.h"
#include "tests/reader_testing.h"
#include "tests/testing.h"

namespace {

using dateline::Article;
using dateline::readers::begins_mail;
using dateline::readers::is_from_line;
using dateline::readers::read_mail_message;
using dateline::testing::read_all;
using dateline::testing::Reading;
using dateline::testing::TempDir;

Article read_message(const std::string& message) {
  Article article;
  const auto outcome = read_mail_message(message, article);
  CHECK(outcome.rejected.empty());
  return article;
}

Reading read(std::string_view content, std::size_t limit = std::size_t{16} << 20) {
  const TempDir dir;
  return read_all({dir.write("file", content)}, limit);
}

TEST_CASE("mail: which texts are messages") {
  CHECK(begins_mail("From: a@b.example\nSubject: x\n\ntext"));
  CHECK(begins_mail("Received: from x\n\tby y\nMessage-ID: <1>\n\n"));
  CHECK(begins_mail("X-Mailer: m\r\nSubject: x\r\n\r\ntext"));
  CHECK_FALSE(begins_mail("Title: x\nDate: 2024-05-14\nAuthor: y\n\ntext"));
  CHECK_FALSE(begins_mail("Subject: x\n\ntext"));
  CHECK_FALSE(begins_mail("From: the harbour\nto: the sea\nis a long way\n\n"));
  CHECK_FALSE(begins_mail(""));
  CHECK(is_from_line("From ann@b.example Thu Mar  2 10:00:00 2023"));
  CHECK_FALSE(is_from_line("From Monday on the bridge is closed."));
  CHECK_FALSE(is_from_line("From: a:b"));
}

TEST_CASE("mail: parts, encodings and what is left out") {
  const std::string head = "From: a@b.example\nSubject: s\nMIME-Version: 1.0\n";
  const struct {
    const char* rest;
    const char* body;
  } cases[] = {
      {"\nplain\ntext\n", "plain\ntext"},
      {"Content-Type: text/plain; charset=latin1\n\ncaf\xE9", "café"},
      {"Content-Type: text/plain; charset=nonsense\n\ncaf\xE9", "café"},
      {"Content-Transfer-Encoding: quoted-printable\n\na=3Db=\nc =zz", "a=bc =zz"},
      {"Content-Transfer-Encoding: base64\n\naGVsbG8=\n", "hello"},
      {"Content-Type: text/html\n\n<p>A <b>bold</b> word.</p>", "A bold word."},
      {"Content-Type: text/plain; format=flowed\n\none \ntwo\n> q \n> r\n",
       "one two\n> q > r"},
      {"\ntext\n-- \nsignature", "text"},
      {"Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n--x--\n",
       "one\n\ntwo"},
      {"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nnever closed",
       "never closed"},
      {"Content-Type: application/pdf\n\n%PDF", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.rest);
    CHECK(read_message(head + c.rest).body == c.body);
  }
}

TEST_CASE("mail: a mailbox cut anywhere, and a message that is too long") {
  std::string box;
  for (int i = 0; i < 50; ++i) {
    box += "From a@b.example Thu Mar  2 10:00:00 2023\nFrom: a@b.example\nSubject: " +
           std::to_string(i) + "\n\n" + std::string(i == 20 ? 9000 : 900, 'x') +
           "\nFrom here on, 10:00 is late\n\n";
  }
  const Reading reading = read(box, 4000);
  CHECK(reading.articles.size() == 49);
  CHECK(reading.articles.back().title == "49");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].record == 21);
  CHECK(reading.problems[0].line == 20 * 7 + 1);
  for (std::size_t size = 1; size < box.size(); size += 997) {
    CHECK(read(box.substr(0, size)).articles.size() <= 50);
  }
}

TEST_CASE("mail: hostile messages cost neither the stack nor much time") {
  std::string nested = "From: a@b.example\nSubject: s\n";
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = "b" + std::to_string(i);
    nested +=
        "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
  }
  std::string messages = "From: a@b.example\nSubject: s\n";
  for (int i = 0; i < 20'000; ++i) messages += "Content-Type: message/rfc822\n\n";
  std::string headers = "From: a@b.example\nSubject: s\n";
  for (int i = 0; i < 50'000; ++i) headers += "X-A: b\n";
  std::string words = "From: a@b.example\nSubject: ";
  for (int i = 0; i < 20'000; ++i) words += "=?utf-8?q?=C3?= ";
  std::string addresses = "Subject: s\nFrom: ";
  for (int i = 0; i < 20'000; ++i) addresses += "((((<<<a@b,";
  for (const std::string& message : {nested, messages, headers, words, addresses}) {
    CAPTURE(message.substr(0, 80));
    CHECK(read_message(message + "\n\ntext").title.size() < message.size());
  }
}

TEST_CASE("mail: in several threads") {
  std::vector<std::string> bodies(4);
  std::vector<std::thread> threads;
  for (std::string& body : bodies) {
    threads.emplace_back([&body] {
      for (int i = 0; i < 50; ++i) {
        Article article;
        read_mail_message("From: a@b.example\nSubject: =?koi8-r?q?=E1?=\n\ntext",
                          article);
        body = article.title + article.body;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& body : bodies) CHECK(body == "Аtext");
}

}  // namespace
