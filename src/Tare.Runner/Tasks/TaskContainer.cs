namespace Tare.Runner;

/// <summary>The container image that a task brings.</summary>
/// <param name="Image"><c>[environment] docker_image</c>; <see langword="null"/> where <c>environment/Dockerfile</c> is built.</param>
/// <param name="BuildTime">Longest time to build or to fetch it: <c>[environment] build_timeout_sec</c>.</param>
/// <param name="NamesWorkFolder">Whether <c>[environment] workdir</c> stands over the image's own <c>WORKDIR</c>.</param>
public sealed record TaskContainer(string? Image, TimeSpan BuildTime, bool NamesWorkFolder);
