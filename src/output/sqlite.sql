-- Every fact of every table with its sentence.
CREATE VIEW facts AS
  SELECT fact_id, doc_id, 'counts' AS "table", rule, "start", "end", line, quote FROM counts
  UNION ALL SELECT fact_id, doc_id, 'dates', rule, "start", "end", line, quote FROM dates
  UNION ALL SELECT fact_id, doc_id, 'awards', rule, "start", "end", line, quote FROM awards
  UNION ALL SELECT fact_id, doc_id, 'citations', rule, "start", "end", line, quote FROM citations;

-- Documents whose facts are summed: each report once, unless the run was asked to count all.
CREATE VIEW counted_documents AS
  SELECT * FROM documents WHERE duplicate_of IS NULL OR {keep_duplicates};

-- Counts that may be added: levels of things, money or measures, no part of another, no change, no rate.
CREATE VIEW addable_counts AS
  SELECT * FROM counts
  WHERE measure IN ('count', 'money', 'physical') AND part_of IS NULL AND direction IS NULL AND per IS NULL
    AND doc_id IN (SELECT doc_id FROM counted_documents);

-- What is counted, and how much of it.
CREATE VIEW counts_by_unit AS
  SELECT unit, count(*) AS facts, count(DISTINCT doc_id) AS documents, sum(value) AS "sum"
  FROM addable_counts GROUP BY unit ORDER BY facts DESC, unit;

-- Awards by year and kind.
CREATE VIEW awards_by_year AS
  SELECT "year", award, status, count(*) AS awards, sum(CASE WHEN recipient_unit = 'collective' THEN quantity END) AS collectives,
    sum(CASE WHEN recipient_unit = 'individual' THEN quantity END) AS individuals
  FROM awards WHERE doc_id IN (SELECT doc_id FROM counted_documents)
  GROUP BY "year", award, status ORDER BY "year", award, status;

-- Who gives awards, as written.
CREATE VIEW awards_by_grantor AS
  SELECT grantor, count(*) AS awards, count(DISTINCT award) AS kinds, min("year") AS first_year, max("year") AS last_year
  FROM awards WHERE grantor IS NOT NULL AND doc_id IN (SELECT doc_id FROM counted_documents)
  GROUP BY grantor ORDER BY awards DESC, grantor;

-- The documents that are cited most.
CREATE VIEW most_cited AS
  SELECT kind, "number", count(*) AS citations, count(DISTINCT doc_id) AS documents
  FROM citations WHERE doc_id IN (SELECT doc_id FROM counted_documents)
  GROUP BY kind, "number" ORDER BY citations DESC, kind, "number";

-- Each document with the numbers of its facts and problems.
CREATE VIEW documents_with_problems AS
  SELECT documents.doc_id, documents.status, problems.severity, problems.stage, problems.what, problems."where"
  FROM documents JOIN problems ON problems.document = documents.doc_id;

-- Search in the sentences, with or without diacritics: SELECT * FROM quotes WHERE quotes MATCH 'bằng khen';
CREATE VIRTUAL TABLE quotes USING fts5 (quote, fact_id UNINDEXED, doc_id UNINDEXED, "table" UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO quotes (quote, fact_id, doc_id, "table") SELECT quote, fact_id, doc_id, "table" FROM facts;
INSERT INTO quotes (quotes) VALUES ('optimize');
