namespace Tare.Sandboxes.Hosts;

/// <summary>The single protections. All are on, but for the tests that show what each one stops.</summary>
[Flags]
internal enum Protection
{
    None = 0,
    FileSystem = 1,
    Network = 2,
    ProcessNamespace = 4,
    Identity = 8,
    SystemCalls = 16,
    ProcessCount = 32,
    Memory = 64,
    WorkFolderSize = 128,
    OtherNamespaces = 256,
    All = FileSystem | Network | ProcessNamespace | Identity | SystemCalls | ProcessCount | Memory | WorkFolderSize | OtherNamespaces,
}
