using System.Collections.Immutable;

namespace EcsPlatform.Preview.Aws;

/// <summary>How long AWS lets the physical name of a type be, or the provider where it allows less.</summary>
/// <param name="Property">The input with the name.</param>
/// <param name="Longest">How many characters it has at most.</param>
/// <param name="Source">Where that is said.</param>
internal sealed record NameLimit(string Property, int Longest, string Source)
{
    // A hyphen and seven hexadecimal digits: https://www.pulumi.com/docs/iac/concepts/resources/names/
    private const int AutoNaming = 8;

    // What the provider puts behind a prefix: a time and a counter.
    private const int PrefixSuffix = 26;

    /// <summary>The input with what the name begins with, where the type has one.</summary>
    public string Prefix => $"{Property}Prefix";

    /// <summary>What the provider or AWS would refuse of a new resource's name; null when it fits, or when nobody knows it yet.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="unknown">Inputs that are known later only.</param>
    public string? Problem(string name, ImmutableDictionary<string, object> inputs, IReadOnlyCollection<string> unknown)
    {
        if (unknown.Contains(Property) || unknown.Contains(Prefix))
        {
            return null;
        }

        if (inputs.Text(Property) is { Length: > 0 } given)
        {
            return given.Length <= Longest || given.Contains(LookUp.Mark, StringComparison.Ordinal)
                ? null
                : $"has the {Property} '{given}' with {given.Length} characters; at most {Longest} are allowed. Give a shorter one.";
        }

        if (inputs.Text(Prefix) is { Length: > 0 } prefix)
        {
            return prefix.Length + PrefixSuffix <= Longest
                ? null
                : $"has the {Prefix} '{prefix}' with {prefix.Length} characters, to which the provider adds {PrefixSuffix}; " +
                    $"at most {Longest} are allowed together. Give a shorter one.";
        }

        var fixedEnd = inputs.Flag("fifoQueue") || inputs.Flag("fifoTopic") ? ".fifo".Length : 0;
        var length = name.Length + AutoNaming + fixedEnd;
        return length <= Longest
            ? null
            : $"gets its {Property} from its logical name '{name}', which has {length} characters with the {AutoNaming + fixedEnd} that are added; " +
                $"at most {Longest} are allowed. Give it a logical name of at most {Longest - AutoNaming - fixedEnd} characters.";
    }
}
