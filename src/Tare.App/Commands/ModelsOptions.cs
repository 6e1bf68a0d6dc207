using System.CommandLine;
using Tare.App.Releases;
using Tare.Catalogue;
using Tare.Records;

namespace Tare.App.Commands;

/// <summary>The filters and the order of <c>tare models</c>.</summary>
internal sealed class ModelsOptions
{
    private readonly Option<bool> _open = new("--open") { Description = "Only models with open weights." };
    private readonly Option<bool> _closed = new("--closed") { Description = "Only models with closed weights." };
    private readonly Option<string?> _since = Text("--since", "Only models released in or after this day, month or year.", "DATE");
    private readonly Option<string?> _activeBelow = Text(
        "--active-below",
        "Only models with fewer active parameters, for example 5b.",
        "N"
    );
    private readonly Option<string?> _licence = Text(
        "--licence",
        $"Only models with these terms ({string.Join(", ", KebabCase.All<LicenceTerms>())}), or this licence (for example MIT).",
        "TERMS|ID"
    );
    private readonly Option<string?> _developer = Text("--developer", "Only models of developers whose name contains this.", "TEXT");
    private readonly Option<string?> _country = Text("--country", "Only models of developers in this country, ISO 3166 alpha-2.", "CC");
    private readonly Option<bool> _conflicts = new("--conflicts") { Description = "Only models whose sources disagree." };
    private readonly Option<string?> _sort = Text(
        "--sort",
        $"Order: {string.Join(", ", KebabCase.All<ModelSort>())}. Default date.",
        "KEY"
    );

    /// <summary>The evidence behind abilities, and how memory is counted.</summary>
    public ModelQuery Query { get; } = new();

    public IEnumerable<Option> All =>
        [
            _open,
            _closed,
            _since,
            _activeBelow,
            _licence,
            _developer,
            _country,
            _conflicts,
            _sort,
            Query.Context,
            Query.WeightBits,
            Query.Evidence,
            Query.Draws,
        ];

    public ModelSort Sort(ParseResult parse)
    {
        if (parse.GetValue(_sort) is not { } text)
        {
            return ModelSort.Date;
        }

        return KebabCase.TryParse<ModelSort>(text, out var sort) ? sort : throw NoSuch(_sort, text, KebabCase.All<ModelSort>());
    }

    /// <param name="parse">The command line.</param>
    /// <param name="catalogue">The catalogue, for its names.</param>
    /// <param name="today">The day of the question: nothing is released after it.</param>
    public ModelFilter Filter(ParseResult parse, ReleaseCatalogue catalogue, DateOnly today) =>
        new()
        {
            Weights = Weights(parse),
            Since = Since(parse, today),
            ActiveBelow = Quantities.Parameters(parse, _activeBelow),
            Licence = Known(
                parse,
                _licence,
                [.. KebabCase.All<LicenceTerms>(), .. catalogue.Licences.Select(l => l.Id)],
                (known, text) => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)
            ),
            Developer = Known(
                parse,
                _developer,
                [.. catalogue.Releases.Select(r => r.Developer).OfType<string>().Distinct(StringComparer.Ordinal)],
                (known, text) => known.Contains(text, StringComparison.OrdinalIgnoreCase)
            ),
            Country = Known(
                parse,
                _country,
                [
                    .. catalogue
                        .Releases.Select(r => r.Country)
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal),
                ],
                (known, text) => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)
            ),
            OnlyConflicts = parse.GetValue(_conflicts),
        };

    private Weights? Weights(ParseResult parse) =>
        (parse.GetValue(_open), parse.GetValue(_closed)) switch
        {
            (true, true) => throw InputException.At(
                "--open --closed",
                "both",
                "one of the two: no model's weights are open and closed",
                "leave one out, or both for all models"
            ),
            (true, _) => Records.Weights.Open,
            (_, true) => Records.Weights.Closed,
            _ => null,
        };

    private PartialDate? Since(ParseResult parse, DateOnly today)
    {
        if (parse.GetValue(_since) is not { } text)
        {
            return null;
        }

        if (!PartialDate.TryParse(text, out var date) || !date.IsKnown)
        {
            throw InputException.At(
                _since.Name,
                $"'{text}'",
                "a day, month or year: YYYY-MM-DD, YYYY-MM or YYYY",
                "for example --since 2026-04"
            );
        }

        return date.IsAfter(PartialDate.On(today).Latest!.Value)
            ? throw InputException.At(
                _since.Name,
                $"'{text}' lies in the future",
                "a date up to today",
                "correct the date: no release is known from the future"
            )
            : date;
    }

    private static string? Known(
        ParseResult parse,
        Option<string?> option,
        IReadOnlyList<string> known,
        Func<string, string, bool> matches
    ) =>
        parse.GetValue(option) is not { } text ? null
        : known.Any(k => matches(k, text)) ? text
        : throw NoSuch(option, text, known);

    private static InputException NoSuch(Option option, string text, IReadOnlyList<string> known)
    {
        const int Listed = 40;
        var near = NearestNames.Of(text, known);
        return InputException.At(
            option.Name,
            $"'{text}'",
            known.Count <= Listed ? $"one of {string.Join(", ", known)}" : $"one of {known.Count} that the catalogue knows",
            near.Count switch
            {
                0 => "leave the option out to see all",
                1 => $"did you mean '{near[0]}'?",
                _ => $"the nearest are {string.Join(", ", near)}",
            }
        );
    }

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
