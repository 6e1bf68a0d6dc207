namespace Tare.Catalogue;

/// <summary>A published data set that the program can fetch.</summary>
/// <param name="Id">Its name on the command line, and as evidence.</param>
/// <param name="Title">What it is.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Licence">Terms, as the publisher states them.</param>
/// <param name="Format">The import format.</param>
/// <param name="Files">The files.</param>
public sealed record DataSet(string Id, string Title, string Publisher, string Licence, string Format, IReadOnlyList<DataFile> Files)
{
    /// <summary>Whether every file has a fixed hash.</summary>
    public bool IsDated => Files.All(f => f.Sha256 is not null);
}
