using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>The two forms of a stance that need more than one value.</summary>
internal static class StanceTables
{
    private static readonly StanceText s_blank = new(Stance.Of(0));

    public static readonly RecordTable<StanceText> Range = new(
        s_blank,
        (f, s) =>
        {
            var low = f.Number("low", s.Stance.Low ?? 0);
            var high = f.Number("high", s.Stance.High ?? 0);
            return new StanceText(Stance.Range(low, high, f.Text("unit", s.Stance.Unit ?? string.Empty)));
        },
        Key: null
    );

    public static readonly RecordTable<StanceText> Choice = new(
        s_blank,
        (f, s) => new StanceText(Stance.Choose(f.Text("choice", s.Stance.Choice ?? string.Empty))),
        Key: null
    );
}
