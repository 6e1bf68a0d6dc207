namespace Tare.Web.Tests;

/// <summary>Small calibrations with everything a page has to show: an item that is not identified, a person without an ability.</summary>
internal static class SampleCalibration
{
    private const int Count = 12;

    /// <summary>Lines are one mark however many points they have: so many marks stand for the sample's content.</summary>
    public static int FewestMarks(string chart) =>
        chart switch
        {
            "item-curves" => Count,
            "person-item-map" => 20,
            "components" => 3,
            _ => 1,
        };

    /// <summary>Calibrated items.</summary>
    /// <param name="name">Name of one of the items.</param>
    public static CalibrationReport Items(string name = "item-0")
    {
        double[] abilities = [.. Enumerable.Range(0, 81).Select(k => Math.Round(-4 + (k * 0.1), 1))];
        var items = Enumerable
            .Range(0, Count)
            .Select(k => new CalibrationItem(k == 3 ? name : $"item-{k}", 200, 0.9 - (k * 0.06))
            {
                Difficulty = -2 + (k * 0.4),
                DifficultyError = 0.1,
                Discrimination = 1 + (k * 0.05),
                DiscriminationError = 0.12,
                Guessing = 0,
                Curve = [.. abilities.Select(theta => 1 / (1 + Math.Exp(-(1 + (k * 0.05)) * (theta + 2 - (k * 0.4)))))],
            })
            .Append(new CalibrationItem("all-right", 200, 1) { Reason = "Solved by all." });
        return new CalibrationReport
        {
            Family = "two-parameter",
            Fit = "Log-likelihood -1234.50 with 24 parameters, converged in 9 cycles.",
            Converged = true,
            StandardErrors = "Standard errors: observed.",
            Responses = 2600,
            Warnings = ["1 item was solved by all."],
            Items = [.. items],
            Persons =
            [
                .. Enumerable.Range(0, 199).Select(k => new CalibrationPerson($"person-{k:000}", 13, Math.Sin(k) + (k * 0.005), 0.4)),
                new CalibrationPerson("absent", 0, null, null),
            ],
            Abilities = abilities,
            Information = [.. abilities.Select(theta => 3 * Math.Exp(-theta * theta / 4))],
        };
    }

    /// <summary>Variance components, one of them without an interval.</summary>
    public static CalibrationReport Components() =>
        Items() with
        {
            Family = "many-facet",
            Components =
            [
                new("person", 1.7, 1.2, 2.3),
                new("harness", 0.2, 0.1, 0.5),
                new("person x harness", 0.4, 0.3, 0.6),
                new("item", 1.1, null, null),
            ],
            ComponentIntervals = "95 % interval",
        };
}
