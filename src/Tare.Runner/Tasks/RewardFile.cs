using System.Globalization;
using System.Text;
using System.Text.Json;
using Tare.Sandboxes;

namespace Tare.Runner;

/// <summary>Reads what a verifier decided: <c>reward.txt</c> with one number, else <c>reward.json</c> with an object of numbers.</summary>
internal static class RewardFile
{
    private const int LargestFile = 64 << 10;
    private const int MostRewards = 100;

    /// <summary>Rewards by name with <c>reward</c> among them in [0, 1]; or the reason why there are none.</summary>
    internal static (IReadOnlyDictionary<string, double>? Rewards, string Why) Read(ISandbox sandbox)
    {
        var folder = sandbox.Policy.VerifierFolder;
        try
        {
            if (Text(sandbox, $"{folder}/reward.txt") is { } text)
            {
                return OfText(text);
            }

            return Text(sandbox, $"{folder}/reward.json") is { } json
                ? OfJson(json)
                : (null, $"the verifier wrote neither {folder}/reward.txt nor reward.json");
        }
        catch (SandboxException e)
        {
            return (null, $"the reward cannot be read: {TaskText.Line(e.Message)}");
        }
    }

    private static string? Text(ISandbox sandbox, string path) =>
        sandbox.ReadFile(path, LargestFile) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    internal static (IReadOnlyDictionary<string, double>? Rewards, string Why) OfText(string text)
    {
        var word = text.Trim();
        if (word.Length == 0)
        {
            return (null, "reward.txt is empty");
        }

        // Not-a-number and infinity parse, and are refused with what lies outside the range.
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var reward)
            ? Checked(new SortedDictionary<string, double>(StringComparer.Ordinal) { ["reward"] = reward }, "reward.txt", word)
            : (null, $"reward.txt holds '{TaskText.Line(word)}', no number");
    }

    internal static (IReadOnlyDictionary<string, double>? Rewards, string Why) OfJson(string json)
    {
        if (json.Trim().Length == 0)
        {
            return (null, "reward.json is empty");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, "reward.json is no object of numbers");
            }

            var rewards = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (
                    member.Value.ValueKind != JsonValueKind.Number
                    || !double.IsFinite(member.Value.GetDouble())
                    || rewards.Count == MostRewards
                )
                {
                    return (null, $"reward.json: '{TaskText.Line(member.Name)}' is no finite number, or there are more than {MostRewards}");
                }

                rewards[member.Name] = member.Value.GetDouble();
            }

            return rewards.TryGetValue("reward", out var reward)
                ? Checked(rewards, "reward.json", reward.ToString("R", CultureInfo.InvariantCulture))
                : (null, "reward.json has no 'reward'");
        }
        catch (JsonException e)
        {
            return (null, $"reward.json is no JSON: {TaskText.Line(e.Message)}");
        }
    }

    private static (IReadOnlyDictionary<string, double>? Rewards, string Why) Checked(
        SortedDictionary<string, double> rewards,
        string file,
        string shown
    ) => rewards["reward"] is >= 0 and <= 1 ? (rewards, "") : (null, $"{file} holds {TaskText.Line(shown)}; a reward lies from 0 to 1");
}
