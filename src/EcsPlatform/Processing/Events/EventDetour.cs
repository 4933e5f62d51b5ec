namespace EcsPlatform.Processing;

/// <summary>
/// A step before a function: the events that lead to <paramref name="Consumer"/> lead to <paramref name="Through"/>, which sends them on to
/// the queue of <paramref name="Consumer"/> itself when it is done.
/// </summary>
/// <param name="Consumer">The function whose events take the detour.</param>
/// <param name="Through">The function that is the step.</param>
/// <param name="QueueVariable">The environment variable that tells the step the queue's URL.</param>
public sealed record EventDetour(string Consumer, string Through, string QueueVariable);
