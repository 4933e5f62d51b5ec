using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EcsPlatform.Clusters;

/// <summary>
/// What the name of an EC2 instance type says: family, generation, attributes and size
/// (https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html).
/// </summary>
/// <param name="Family">For example <c>m</c> of <c>m7gd.large</c>.</param>
/// <param name="Generation">For example 7.</param>
/// <param name="Attributes">The processor and what else is special, for example <c>gd</c>; may be empty.</param>
/// <param name="Size">For example <c>large</c>.</param>
public sealed partial record InstanceTypeName(string Family, int Generation, string Attributes, string Size)
{
    // Trunk interfaces came with the Nitro system; of it, the burstable types have none
    // (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html).
    private static readonly ImmutableSortedDictionary<string, int> LastGenerationWithoutTrunk =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, int>
        {
            ["c"] = 4,
            ["d"] = 2,
            ["g"] = 2,
            ["i"] = 2,
            ["m"] = 4,
            ["r"] = 4,
            ["t"] = int.MaxValue,
        });

    /// <summary>The processors: a <c>g</c> behind the generation stands for Graviton, as does the family <c>a1</c>.</summary>
    public InstanceArchitecture Architecture =>
        Attributes.StartsWith('g') || (Family == "a" && Generation == 1) ? InstanceArchitecture.Arm64 : InstanceArchitecture.X64;

    /// <summary>Whether ECS can give its tasks more network interfaces than the instance has, over a trunk.</summary>
    public bool SupportsTrunking => Generation > LastGenerationWithoutTrunk.GetValueOrDefault(Family, 0);

    /// <summary>Reads a name.</summary>
    /// <param name="text">For example <c>t3.medium</c>.</param>
    /// <param name="name">What it says.</param>
    /// <returns>False when the text is not built like the name of a type.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out InstanceTypeName? name)
    {
        var match = Pattern().Match(text);
        name = match.Success
            ? new InstanceTypeName(
                match.Groups["family"].Value,
                int.Parse(match.Groups["generation"].Value, CultureInfo.InvariantCulture),
                match.Groups["attributes"].Value,
                match.Groups["size"].Value)
            : null;
        return match.Success;
    }

    [GeneratedRegex(
        @"\A(?<family>u-[0-9]{1,3}tb|[a-z]{1,5})(?<generation>[0-9]{1,2})(?<attributes>[a-z]*)(-[a-z0-9]+)?\.(?<size>[a-z0-9]+(-[a-z0-9]+)?)\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
