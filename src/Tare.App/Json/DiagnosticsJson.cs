using System.Text.Json.Nodes;
using Tare.App.Commands;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The <c>diagnostics</c> of <c>tare calibrate --json</c>, and the fit of its items and persons.</summary>
internal static class DiagnosticsJson
{
    public static JsonObject Of(CalibrateDiagnostics d) =>
        new()
        {
            ["abilities"] = KebabCase.Of(d.Fit.Abilities),
            ["reliability"] = new JsonObject
            {
                ["empirical"] = d.Fit.Reliability.Empirical,
                ["separation"] = d.Fit.Reliability.Separation,
                ["separationIndex"] = d.Fit.Reliability.SeparationIndex,
                ["persons"] = d.Fit.Reliability.Persons,
            },
            ["information"] = new JsonArray([
                .. d.Fit.Information.Select(i => new JsonObject
                {
                    ["ability"] = i.Ability,
                    ["information"] = i.Information,
                    ["standardError"] = i.StandardError,
                }),
            ]),
            ["q3"] = Q3(d.Fit.LocalDependence),
            ["m2"] = M2(d.Fit.LimitedInformation),
            ["dif"] = d.Dif is { } dif ? Dif(dif) : null,
            ["design"] = Design(d.Design),
            ["facets"] = Facets(d.Facets),
            ["leaveOneOut"] = null,
            ["families"] = new JsonArray([.. d.Families.Select(Family)]),
        };

    /// <summary>The many-facet family: what its design can tell.</summary>
    public static JsonObject Of(ManyFacetCalibration fit, DesignSummary design, IReadOnlyList<FacetDiagnostics> facets)
    {
        var result = new JsonObject
        {
            ["abilities"] = null,
            ["reliability"] = null,
            ["information"] = new JsonArray(),
            ["q3"] = null,
            ["m2"] = null,
            ["dif"] = null,
            ["design"] = Design(design),
            ["facets"] = Facets(facets),
            ["leaveOneOut"] = fit.LeaveOneOut is { } loo
                ? new JsonObject
                {
                    ["elpd"] = loo.Elpd,
                    ["elpdError"] = loo.StandardError,
                    ["effectiveParameters"] = loo.EffectiveParameters,
                    ["worstK"] = double.IsFinite(loo.WorstK) ? loo.WorstK : null,
                    ["unreliableResponses"] = loo.Unreliable,
                    ["responses"] = loo.Pointwise.Count,
                }
                : null,
            ["families"] = new JsonArray(),
        };
        result["design"]!["pairs"] = new JsonArray([
            .. fit.Facts.Pairs.Select(p => new JsonObject
            {
                ["first"] = p.First,
                ["second"] = p.Second,
                ["cells"] = p.Cells,
                ["emptyCells"] = p.EmptyCells.Count,
                ["components"] = new JsonArray([.. p.Components.Select(c => Names(c))]),
            }),
        ]);
        return result;
    }

    private const string NoFit = "Fit is computed for item families by marginal maximum likelihood.";

    /// <summary>Adds an item's fit, or its absence, to its parameters.</summary>
    public static JsonObject WithFit(JsonObject item, ItemFit? fit)
    {
        AddMeanSquares(item, fit?.Infit, fit?.Outfit);
        item["answers"] = fit?.Answers;
        item["residuals"] = new JsonArray([
            .. (fit?.Curve ?? []).Select(g => new JsonObject
            {
                ["ability"] = g.Ability,
                ["answers"] = g.Answers,
                ["trials"] = g.Trials,
                ["observed"] = g.Observed,
                ["expected"] = g.Expected,
                ["standardError"] = g.StandardError,
            }),
        ]);
        item["fitReason"] = fit is null ? NoFit : fit.Reason;
        return item;
    }

    /// <summary>Adds a person's fit, or its absence, to the ability.</summary>
    public static JsonObject WithFit(JsonObject person, PersonFit? fit)
    {
        var ability = fit?.Ability as Estimate.Known;
        person["weightedLikelihood"] = ability?.Value;
        person["weightedLikelihoodError"] = ability?.StandardError;
        AddMeanSquares(person, fit?.Infit, fit?.Outfit);
        person["lzStar"] = fit?.LzStar;
        person["answers"] = fit?.Answers;
        person["fitReason"] = fit is null ? NoFit : fit.Reason;
        return person;
    }

    private static void AddMeanSquares(JsonObject to, MeanSquare? infit, MeanSquare? outfit)
    {
        to["infit"] = infit?.Value;
        to["infitStandardised"] = infit?.Standardised;
        to["outfit"] = outfit?.Value;
        to["outfitStandardised"] = outfit?.Standardised;
    }

    private static JsonObject Q3(LocalDependence q) =>
        new()
        {
            ["expected"] = q.Expected,
            ["mean"] = q.Mean,
            ["pairsCompared"] = q.PairsCompared,
            ["pairsSkipped"] = q.PairsSkipped,
            ["flagged"] = q.Flagged,
            ["personsUsed"] = q.PersonsUsed,
            ["personsAll"] = q.PersonsAll,
            ["pairs"] = new JsonArray([
                .. q.Pairs.Select(p => new JsonObject
                {
                    ["first"] = p.First,
                    ["second"] = p.Second,
                    ["q3"] = p.Q3,
                    ["persons"] = p.Persons,
                    ["adjustedP"] = p.P,
                }),
            ]),
            ["reason"] = q.Reason,
        };

    private static JsonObject M2(LimitedInformation m) =>
        new()
        {
            ["value"] = m.Fit?.M2,
            ["degreesOfFreedom"] = m.Fit?.DegreesOfFreedom,
            ["p"] = m.Fit?.P,
            ["rmsea"] = m.Fit?.Rmsea,
            ["items"] = m.Fit?.Items,
            ["persons"] = m.Fit?.Persons,
            ["personsLeftOut"] = m.Fit?.PersonsLeftOut,
            ["reason"] = m.Reason,
        };

    private static JsonObject Dif(DifReport dif) =>
        new()
        {
            ["column"] = dif.Column,
            ["method"] = "mantel-haenszel",
            ["strata"] = dif.Strata,
            ["level"] = dif.Level,
            ["notCompared"] = dif.NotCompared,
            ["purified"] = Names(dif.Purified),
            ["groups"] = new JsonArray([
                .. dif.Groups.Select(g => new JsonObject
                {
                    ["level"] = g.Level,
                    ["takers"] = g.Takers,
                    ["meanAbility"] = g.MeanAbility,
                    ["reason"] = g.Reason,
                }),
            ]),
            ["items"] = new JsonArray([.. dif.Items.Select(i => Dif(dif, i))]),
        };

    private static JsonObject Dif(DifReport report, ItemDif i) =>
        new()
        {
            ["item"] = i.Item,
            ["level"] = i.Level,
            ["logOdds"] = (i.LogOdds as Estimate.Known)?.Value,
            ["standardError"] = (i.LogOdds as Estimate.Known)?.StandardError,
            ["delta"] = i.Delta,
            ["class"] = i.Class?.ToString(),
            ["chiSquared"] = i.ChiSquared,
            ["p"] = i.P,
            ["adjustedP"] = i.AdjustedP,
            ["flagged"] = report.IsFlagged(i),
            ["focalTakers"] = i.FocalTakers,
            ["referenceTakers"] = i.ReferenceTakers,
            ["focalShare"] = i.FocalShare,
            ["referenceShare"] = i.ReferenceShare,
            ["reason"] = (i.LogOdds as Estimate.NotIdentified)?.Reason,
        };

    private static JsonObject Family(FamilyDifference d) =>
        new()
        {
            ["family"] = KebabCase.Of(d.Prediction.Model),
            ["logLikelihood"] = d.Prediction.LogLikelihood,
            ["parameters"] = d.Prediction.ParameterCount,
            ["elpd"] = d.Prediction.LeaveOneOut?.Elpd,
            ["elpdError"] = d.Prediction.LeaveOneOut?.StandardError,
            ["effectiveParameters"] = d.Prediction.LeaveOneOut?.EffectiveParameters,
            ["worstK"] = d.Prediction.LeaveOneOut is { WorstK: var k } && double.IsFinite(k) ? k : null,
            ["unreliablePersons"] = d.Prediction.LeaveOneOut?.Unreliable,
            ["difference"] = d.Difference,
            ["differenceError"] = d.StandardError,
            ["reason"] = d.Prediction.Reason,
        };

    private static JsonObject Design(DesignSummary d) =>
        new()
        {
            ["persons"] = d.Persons,
            ["items"] = d.Items,
            ["responses"] = d.Responses,
            ["missingByFailure"] = d.MissingByFailure,
            ["components"] = d.Components,
            ["solvedByAll"] = Names(d.SolvedByAll),
            ["solvedByNobody"] = Names(d.SolvedByNobody),
            ["personsAllRight"] = Names(d.AllRight),
            ["personsAllWrong"] = Names(d.AllWrong),
            ["pairs"] = new JsonArray(),
        };

    private static JsonArray Facets(IReadOnlyList<FacetDiagnostics> facets) =>
        new([
            .. facets.Select(f => new JsonObject
            {
                ["column"] = f.Column,
                ["solvedByOneLevel"] = new JsonArray([
                    .. f.OnlyOneLevel.Select(e => new JsonObject
                    {
                        ["item"] = e.Item,
                        ["level"] = e.Level,
                        ["successes"] = e.Successes,
                        ["trials"] = e.Trials,
                        ["otherTrials"] = e.OtherTrials,
                        ["otherLevels"] = e.OtherLevels,
                    }),
                ]),
                ["unexpected"] = Zeros(f.Unexpected),
                ["structuralZeros"] = Zeros(f.Zeros),
            }),
        ]);

    private static JsonArray Zeros(IReadOnlyList<StructuralZero> zeros) =>
        new([
            .. zeros.Select(z => new JsonObject
            {
                ["item"] = z.Item,
                ["level"] = z.Level,
                ["failedTrials"] = z.FailedTrials,
                ["expected"] = z.Expected,
                ["successes"] = z.Successes,
                ["trials"] = z.Trials,
                ["adjustedP"] = z.P,
            }),
        ]);

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);
}
