using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The data sets that can be fetched.</summary>
public static class DataSets
{
    private const string Terms = "CC BY 4.0; some benchmarks inside have terms of their own";

    private static readonly Uri s_matrix = new("https://epoch.ai/data/eci_benchmarks.csv");

    /// <summary>All data sets, in alphabetical order.</summary>
    public static IReadOnlyList<DataSet> All { get; } =
    [
        new(
            "epoch-2026-08",
            "The matrix behind the Epoch Capabilities Index, as of 2026-08-11",
            "Epoch AI",
            Terms,
            "epoch-eci",
            [new("eci_benchmarks.csv", s_matrix, "946538f24b2d16cbbccc54c554d86e5afb6d4b3f175bf9bdeae2af61869658b6")]
        ),
        new(
            "epoch-2026-spring",
            "Epoch's benchmark files; the address moves, the files of spring 2026 are in the mirror",
            "Epoch AI",
            Terms,
            "epoch-benchmarks",
            [new("benchmark_data.zip", new("https://epoch.ai/data/benchmark_data.zip"), null)]
        ),
        new(
            "epoch-latest",
            "The matrix behind the Epoch Capabilities Index, as the publisher has it today",
            "Epoch AI",
            Terms,
            "epoch-eci",
            [new("eci_benchmarks.csv", s_matrix, null)]
        ),
    ];

    /// <summary>A data set by its identifier, or <see langword="null"/>.</summary>
    /// <param name="id">The identifier.</param>
    public static DataSet? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>A data set by its identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static DataSet Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Find(id) is { } set)
        {
            return set;
        }

        throw InputException.At(
            $"data set {Quoted.Text(id)}",
            "unknown",
            $"one of {string.Join(", ", All.Select(s => s.Id))}",
            NearestNames.NextStep(id, All.Select(s => s.Id), "'tare data list' shows what there is")
        );
    }
}
