using System.Text.Json.Nodes;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Json;

/// <summary>The result of <c>tare impute --json</c>, schema <c>tare/impute/1</c>.</summary>
internal static class ImputeJson
{
    public static JsonObject Of(SubsetImputationResult? result, HoldOutStudy? study) =>
        new() { ["imputation"] = result is null ? null : Imputation(result, study), ["holdOut"] = study is null ? null : HoldOut(study) };

    private static JsonObject Imputation(SubsetImputationResult r, HoldOutStudy? study) =>
        new()
        {
            ["person"] = r.Person,
            ["benchmark"] = r.Benchmark,
            ["items"] = r.ItemCount,
            ["run"] = r.RunCount,
            ["otherResponses"] = r.OtherCount,
            ["referencePersons"] = r.ReferenceCount,
            ["constantItems"] = r.ConstantCount,
            ["unevenness"] = r.Unevenness,
            ["third"] = study?.ThirdOf(r.Unevenness),
            ["scores"] = new JsonArray([.. r.Scores.Select(Score)]),
        };

    private static JsonObject Score(ImputedScore s) =>
        new()
        {
            ["variant"] = KebabCase.Of(s.Variant),
            ["score"] = (s.Score as Estimate.Known)?.Value,
            ["standardError"] = (s.Score as Estimate.Known)?.StandardError,
            ["lower"] = s.Lower,
            ["upper"] = s.Upper,
            ["variance"] = s.Variance is { } v
                ? new JsonObject
                {
                    ["ability"] = v.Ability,
                    ["items"] = v.Items,
                    ["responses"] = v.Responses,
                }
                : null,
            ["abilityLogits"] = (s.Ability as Estimate.Known)?.Value,
            ["infit"] = s.Infit,
            ["reason"] = (s.Score as Estimate.NotIdentified)?.Reason,
        };

    private static JsonObject HoldOut(HoldOutStudy study) =>
        new()
        {
            ["benchmark"] = study.Benchmark,
            ["items"] = study.ItemCount,
            ["completePersons"] = study.CompletePersons,
            ["persons"] = study.Persons,
            ["repeats"] = study.Options.Repeats,
            ["level"] = study.Options.Imputation.Level,
            ["stream"] = study.Options.Stream,
            ["unevenness"] = KebabCase.Of(study.Unevenness),
            ["cuts"] = new JsonArray(study.Cuts.Lower, study.Cuts.Upper),
            ["cells"] = new JsonArray([
                .. study.Cells.Select(c => new JsonObject
                {
                    ["variant"] = KebabCase.Of(c.Variant),
                    ["share"] = c.Share,
                    ["run"] = c.RunCount,
                    ["third"] = c.Third,
                    ["persons"] = c.Persons,
                    ["count"] = c.Count,
                    ["notIdentified"] = c.NotIdentified,
                    ["bias"] = c.Bias,
                    ["biasError"] = c.BiasError,
                    ["personBias"] = c.PersonBias,
                    ["rootMeanSquare"] = c.RootMeanSquare,
                    ["coverage"] = c.Coverage,
                    ["meanStandardError"] = c.MeanStandardError,
                }),
            ]),
        };
}
