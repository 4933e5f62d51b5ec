using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EcsPlatform.Routing;

/// <summary>
/// Who holds which priority on a listener. Two holders of one priority are refused, and so is a rule that never gets a request because
/// another takes all of them first; the message names both.
/// </summary>
/// <param name="loadBalancer">The load balancer's name, for messages.</param>
public sealed class RulePriorities(string loadBalancer)
{
    /// <summary>The highest priority that a listener rule may have (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html).</summary>
    public const int Highest = 50_000;

    /// <summary>
    /// How many rules a load balancer has at most, besides the default ones, unless AWS has granted more
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
    /// </summary>
    public const int MostRules = 100;

    private readonly List<Rule> _rules = [];

    /// <summary>Takes a priority.</summary>
    /// <param name="holder">Who takes it.</param>
    /// <param name="match">Which requests its rule takes.</param>
    /// <param name="priority">
    /// The priority, 1 to <see cref="Highest"/>; lower ones match first. Null takes the one that follows from the holder's name, the number
    /// of rules that it has already, and the match; it does not change when other holders come or go. Such priorities begin at 1000, and
    /// rules with paths come before rules without, and rules with whole hosts before rules with wildcards in them. Rules with headers come
    /// before all of them, from 100 on.
    /// </param>
    /// <returns>The priority.</returns>
    /// <exception cref="InvalidArgsException">
    /// The priority is out of range or somebody else holds it, a rule would never get a request, or there are too many rules.
    /// </exception>
    public int Claim(string holder, RuleMatch match, int? priority = null)
    {
        var rule = new Rule(holder, match, priority ?? FromName(holder, _rules.Count(other => other.Holder == holder), match), priority is null);
        InvalidArgsException.ThrowIfAny($"Listener rule of '{holder}'", Problems(rule));
        _rules.Add(rule);
        return rule.Priority;
    }

    private IEnumerable<Problem> Problems(Rule rule)
    {
        if (_rules.Count == MostRules)
        {
            yield return new Problem(
                $"{rule.Holder}.route",
                $"rule {MostRules + 1} of load balancer '{loadBalancer}'",
                $"{MostRules} rules",
                $"Lead '{rule.Holder}' through another load balancer than '{loadBalancer}'");
        }

        if (rule.Priority is < 1 or > Highest)
        {
            yield return new Problem($"{rule.Holder}.route.priority", $"{rule.Priority}", $"1 to {Highest}", "Choose a priority that AWS allows");
        }

        foreach (var other in _rules)
        {
            if (other.Priority == rule.Priority)
            {
                yield return Collision(rule, other);
            }
            else if (Shadow(rule, other) is { } shadow)
            {
                yield return shadow;
            }
        }
    }

    private static Problem Collision(Rule rule, Rule other) => rule.FromName || other.FromName
        ? new Problem(
            $"{rule.Holder}.route.priority",
            $"{rule.Priority}{(rule.FromName ? ", which follows from its name and" : ",")} which '{other.Holder}' has already{(other.FromName ? " from its own name" : "")}",
            "a priority that is free",
            $"Give '{rule.Holder}' or '{other.Holder}' an explicit priority")
        : new Problem(
            $"{rule.Holder}.route.priority",
            $"{rule.Priority}, which '{other.Holder}' has already",
            "a priority that is free",
            "Choose another priority for one of them");

    private static Problem? Shadow(Rule one, Rule two)
    {
        var (first, later) = one.Priority < two.Priority ? (one, two) : (two, one);
        return first.Match.Shadowed(later.Match) is not { } shadowed
            ? null
            : new Problem(
                $"{later.Holder}.route.priority",
                $"{later.Priority}, where '{shadowed}' never gets a request: '{first.Holder}' takes all for '{first.Match}' before, at {first.Priority}",
                "rules that can all match",
                later.Match.Shadowed(first.Match) is null
                    ? $"Give '{later.Holder}' an explicit priority below {first.Priority}, or '{first.Holder}' narrower hosts or paths"
                    : $"Give '{later.Holder}' or '{first.Holder}' other hosts or paths");
    }

    // Which bands there are follows from which rules hide others: one without headers or paths hides one with, and *.example.org
    // hides its hosts.
    private static int FromName(string holder, int index, RuleMatch match)
    {
        var (first, size) = (match.Headers.IsEmpty, match.HasWildcardHost, match.Paths.IsEmpty) switch
        {
            (false, _, _) => (100, 900),
            (true, false, false) => (1_000, 19_000),
            (true, false, true) => (20_000, 25_000),
            (true, true, false) => (45_000, 2_500),
            (true, true, true) => (47_500, 2_501),
        };
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(holder)));
        // The index stays below the number of rules: no rule leaves its band.
        return first + (int)(hash % (uint)(size - MostRules)) + index;
    }

    private sealed record Rule(string Holder, RuleMatch Match, int Priority, bool FromName);
}
