using System.Globalization;
using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Where prices of model calls come from: a file of one's own, and what the catalogue's updates state.</summary>
public static class PriceBookReader
{
    private const decimal DearestUsd = 1_000_000;

    /// <summary>
    /// Reads a CSV file with the columns <c>model</c> (as its provider names it), <c>from</c> (first day, YYYY-MM-DD), <c>input_usd</c>, <c>output_usd</c>
    /// and, where wanted, <c>cache_read_usd</c>, <c>cache_write_usd</c>, <c>source</c>: US dollars a million tokens. An empty field is unknown, not free.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or holds what is no price.</exception>
    public static PriceBook Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var table = Open(path);
        table.RefuseOtherColumns("model", "from", "input_usd", "output_usd", "cache_read_usd", "cache_write_usd", "source");
        var prices = new List<ModelPrice>();
        var seen = new HashSet<(string Model, DateOnly From)>();
        foreach (var row in table.Rows())
        {
            var price = new ModelPrice(row.Text("model"), row.Date("from"), Usd(row, "input_usd"), Usd(row, "output_usd"))
            {
                CacheRead = Usd(row, "cache_read_usd"),
                CacheWrite = Usd(row, "cache_write_usd"),
                Source = row.Optional("source"),
            };
            if (!seen.Add((price.Model, price.From)))
            {
                throw row.Error(
                    "model",
                    "one price for a model and a first day",
                    "remove the row, or write the day on which the price changed"
                );
            }

            prices.Add(price);
        }

        return new PriceBook(prices);
    }

    /// <summary>
    /// The prices that a catalogue knows of some models at one seller. A model is found by the names that the catalogue has; one that it does not have, or
    /// that the seller does not sell, has no price here: unknown is not free.
    /// </summary>
    /// <param name="releases">The catalogue, with its updates.</param>
    /// <param name="seller">The provider as the updates name it, for example <c>openai</c>.</param>
    /// <param name="models">The models as that provider names them.</param>
    public static PriceBook Of(ReleaseCatalogue releases, string seller, IEnumerable<string> models)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(models);
        return new PriceBook([
            .. models
                .Distinct(StringComparer.Ordinal)
                .SelectMany(model => releases.TryFind(model, out var release) ? release.Prices.Select(price => (model, price)) : [])
                .Where(p => string.Equals(p.price.Provider, seller, StringComparison.Ordinal))
                .Select(p => new ModelPrice(p.model, p.price.EffectiveFrom, p.price.InputUsd, p.price.OutputUsd)
                {
                    CacheRead = p.price.CacheReadUsd,
                    CacheWrite = p.price.CacheWriteUsd,
                    Source = p.price.Source,
                }),
        ]);
    }

    private static CsvTable Open(string path)
    {
        try
        {
            return CsvTable.Open(File.OpenRead(path), path, "model", "from", "input_usd", "output_usd");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.At(path, $"cannot be read: {e.Message}", "a price book in CSV", "check the path behind --prices");
        }
    }

    private static decimal? Usd(CsvRow row, string column)
    {
        if (row.Optional(column) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd) && usd <= DearestUsd
            ? usd
            : throw row.Error(
                column,
                "US dollars a million tokens, from 0 to a million, with a point as decimal mark",
                "correct the price; leave the field empty where it is not known"
            );
    }
}
