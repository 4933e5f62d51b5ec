using System.Collections.Immutable;
using EcsPlatform.Preview.Aws;

namespace EcsPlatform.Preview.Awsx;

/// <summary>Reads <c>subnetSpecs</c> and says what is wrong with them.</summary>
internal sealed class SubnetSpecReader(Cidr vpc, int zoneCount, List<string> problems)
{
    private static readonly string[] Types = [SubnetSpec.Public, SubnetSpec.Private, SubnetSpec.Isolated, SubnetSpec.Unused];

    public ImmutableArray<SubnetSpec> Read(ImmutableArray<object> items)
    {
        var specs = items.OfType<ImmutableDictionary<string, object>>()
            .Select((item, index) => Read(item, $"subnetSpecs[{index}]")).ToImmutableArray();
        foreach (var name in specs.Where(spec => !spec.IsUnused).GroupBy(spec => spec.Name).Where(group => group.Count() > 1))
        {
            problems.Add($"Several subnetSpecs are called '{name.Key}': give each a name of its own, their subnets would share one.");
        }

        if (specs.Any(spec => spec.Blocks.Length > 0) && specs.Any(spec => spec.Blocks.Length == 0))
        {
            problems.Add("Some subnetSpecs have cidrBlocks and others have none: give them for all or for none.");
        }

        return specs;
    }

    private SubnetSpec Read(ImmutableDictionary<string, object> item, string path)
    {
        var type = item.Text("type");
        if (!Types.Contains(type))
        {
            problems.Add($"{path}.type is '{type}'. Allowed: {string.Join(", ", Types)}.");
        }

        if (item.Flag("assignIpv6AddressOnCreation"))
        {
            problems.Add($"{path}.assignIpv6AddressOnCreation: the offline preview cannot lay out IPv6 subnets.");
        }

        var mask = ReadMask(item, path);
        var blocks = ReadBlocks(item, path, mask);
        return new SubnetSpec(type, item.Text("name") is { Length: > 0 } name ? name : null, mask, blocks, item.Entries("tags"));
    }

    private int? ReadMask(ImmutableDictionary<string, object> item, string path)
    {
        int? mask = item.TryGetValue("cidrMask", out var value) && value is double number ? (int)number : null;
        if (item.TryGetValue("size", out value) && value is double size)
        {
            var fromSize = Cidr.MaskOf(size);
            if (fromSize is null)
            {
                problems.Add($"{path}.size is {size}: it must be a power of two.");
            }
            else if (mask is not null && mask != fromSize)
            {
                problems.Add($"{path}.cidrMask is {mask}, but its size {size} is a /{fromSize}: they must agree.");
            }

            mask ??= fromSize;
        }

        if (mask is < 16 or > 28)
        {
            problems.Add($"{path} asks for /{mask}: a subnet of AWS is between /16 and /28.");
            return null;
        }

        return mask;
    }

    private ImmutableArray<Cidr> ReadBlocks(ImmutableDictionary<string, object> item, string path, int? mask)
    {
        var texts = item.Texts("cidrBlocks").ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        if (texts.Count != zoneCount)
        {
            problems.Add($"The number of cidrBlocks in {path} ({texts.Count}) must match the number of availability zones ({zoneCount}).");
        }

        var blocks = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var text in texts)
        {
            if (!Cidr.TryParse(text, out var block) || block.Mask is < 16 or > 28)
            {
                problems.Add($"{path}.cidrBlocks has '{text}': it must be an IPv4 range between /16 and /28 that begins at its mask.");
            }
            else if (!vpc.Contains(block))
            {
                problems.Add($"{path}.cidrBlocks has {block}, which is outside the VPC's {vpc}.");
            }
            else if (mask is not null && block.Mask != mask)
            {
                problems.Add($"{path}.cidrBlocks has {block}, but its cidrMask or size says /{mask}: they must agree.");
            }

            blocks.Add(block);
        }

        return blocks.ToImmutable();
    }
}
