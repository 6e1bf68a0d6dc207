namespace Tare.Analysis;

/// <summary>A source of uncertainty, named apart from the others.</summary>
public enum UncertaintySource
{
    /// <summary>The same models answer the same tasks again.</summary>
    Response,

    /// <summary>Other tasks of the same kind stand in each benchmark.</summary>
    Item,

    /// <summary>Other benchmarks stand in each domain.</summary>
    Benchmark,

    /// <summary>Other domains are chosen.</summary>
    Domain,

    /// <summary>Each model is scored on other benchmarks: what the bootstrap of the index contains.</summary>
    Coverage,

    /// <summary>A score was filled in from a part of a benchmark.</summary>
    Imputation,

    /// <summary>A model has several release dates.</summary>
    ReleaseDate,

    /// <summary>Which models set records is selected again in each draw of <see cref="Coverage"/>.</summary>
    FrontierSelection,

    /// <summary>Another harness drives the models.</summary>
    Harness,
}
