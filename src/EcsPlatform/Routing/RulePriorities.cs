namespace EcsPlatform.Routing;

/// <summary>Who holds which priority on a listener. Two holders of one priority are refused, naming both.</summary>
public sealed class RulePriorities
{
    /// <summary>The highest priority that a listener rule may have (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html).</summary>
    public const int Highest = 50_000;

    private readonly Dictionary<int, string> _holders = [];

    /// <summary>Takes a priority.</summary>
    /// <param name="holder">Who takes it.</param>
    /// <param name="priority">The priority, 1 to <see cref="Highest"/>; lower ones match first.</param>
    /// <exception cref="InvalidArgsException">The priority is out of range, or somebody else holds it.</exception>
    public void Claim(string holder, int priority)
    {
        if (priority is < 1 or > Highest)
        {
            throw Refusal(holder, $"{priority}", $"1 to {Highest}");
        }

        if (!_holders.TryAdd(priority, holder))
        {
            throw Refusal(holder, $"{priority}, which '{_holders[priority]}' has already", "a priority that is free");
        }
    }

    private static InvalidArgsException Refusal(string holder, string found, string allowed) =>
        new($"Listener rule of '{holder}'", [new Problem($"{holder}.route.priority", found, allowed, "Choose another priority for one of them")]);
}
