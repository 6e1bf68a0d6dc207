using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Checks that the rows of one model agree on what they say of the model.</summary>
internal sealed class StatedFacts
{
    private static readonly string[] s_columns = ["release_date", "weights", "country"];
    private readonly Dictionary<(string Model, string Column), (string? Value, string Where)> _facts = [];

    /// <summary>Remembers a row's facts, or refuses them where an earlier row says otherwise.</summary>
    public void Add(CsvRow row)
    {
        var model = row.Text("model");
        foreach (var column in s_columns)
        {
            var value = row.Optional(column);
            if (!_facts.TryAdd((model, column), (value, row.Where)) && _facts[(model, column)].Value != value)
            {
                var (first, where) = _facts[(model, column)];
                throw InputException.At(
                    $"{row.Where}, column '{column}'",
                    $"{Quoted.Text(value ?? "")} for {Quoted.Text(model)}, and {Quoted.Text(first ?? "")} at {where}",
                    "the same value in every row of a model",
                    "correct one of the two rows"
                );
            }
        }
    }
}
