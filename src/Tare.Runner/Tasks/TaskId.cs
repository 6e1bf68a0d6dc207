using Tare.Records;

namespace Tare.Runner;

/// <summary>The identifier of a task: pack and item, each of which also names a folder.</summary>
internal static class TaskId
{
    private const int Longest = 100;

    internal static void Check(string place, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var parts = id.Split('/');
        if (parts.Length != 2 || !parts.All(IsName))
        {
            throw InputException.At(
                place,
                $"'{TaskText.Line(id)}' cannot identify a task",
                "pack/item, each of letters, digits, '.', '_', '-', '@', with a letter or digit first and at most 100 characters",
                "rename the folder"
            );
        }
    }

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= Longest
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
