using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Names of the members of an archive.</summary>
internal static class ArchiveNames
{
    /// <summary>Refuses a name that leads out of the folder an archive is unpacked to: a root, a drive, or <c>..</c>.</summary>
    /// <param name="place">The archive, for the message.</param>
    /// <param name="name">A member's name.</param>
    /// <exception cref="InputException">It does.</exception>
    public static void RefuseUnsafe(string place, string name)
    {
        var isRooted = name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':');
        if (isRooted || name.Split('/', '\\').Contains("..", StringComparer.Ordinal))
        {
            throw InputException.At(
                place,
                $"a member named {Quoted.Text(name)}",
                "names inside the archive, without '..' and without a root",
                "do not use this file: such names are made to write outside the target folder"
            );
        }
    }
}
