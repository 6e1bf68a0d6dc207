using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads one format into evidence.</summary>
public interface IEvidenceImporter
{
    /// <summary>Name of the format on the command line.</summary>
    string Format { get; }

    /// <summary>One line for a reader.</summary>
    string Description { get; }

    /// <summary>Whether a source has this format, by its first lines; never throws for content.</summary>
    /// <param name="source">The source.</param>
    bool Recognises(ImportSource source);

    /// <summary>Reads the source.</summary>
    /// <param name="source">The source.</param>
    /// <exception cref="InputException">The source cannot be used; the message says where and why.</exception>
    ImportResult Read(ImportSource source);
}
