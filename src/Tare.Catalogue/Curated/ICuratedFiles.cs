namespace Tare.Catalogue;

/// <summary>The files of <c>data/</c>, wherever they lie.</summary>
internal interface ICuratedFiles
{
    /// <summary>Opens a file of <c>data/</c> by its name.</summary>
    Stream Open(string name);
}
