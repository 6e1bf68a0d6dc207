using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Calibrations;

/// <summary><c>persons.csv</c>: abilities with their standard errors, or why there is none.</summary>
internal static class PersonsCsv
{
    /// <summary>The table.</summary>
    /// <param name="persons">The persons, each with the number of responses behind the ability.</param>
    public static string Of(IEnumerable<(CalibratedPerson Person, int Responses)> persons)
    {
        using var text = new StringWriter();
        CsvText.Line(text, "person", "ability", "standard_error", "basis", "responses", "reason");
        foreach (var (person, responses) in persons)
        {
            var known = person.Ability as Estimate.Known;
            CsvText.Line(
                text,
                person.Id,
                CsvText.Number(known?.Value),
                CsvText.Number(known?.StandardError),
                known is null ? "" : KebabCase.Of(known.Basis),
                CsvText.Number(responses),
                (person.Ability as Estimate.NotIdentified)?.Reason ?? ""
            );
        }

        return text.ToString();
    }
}
