using System.Collections.Immutable;
using System.Numerics;

namespace EcsPlatform.Preview.Awsx;

/// <summary>
/// Which range each subnet gets, zone by zone. Follows the documented rules of the component's strategies; where they leave a choice open,
/// the layout is refused rather than guessed.
/// </summary>
internal sealed class SubnetArithmetic(VpcRequest request, List<string> problems)
{
    private readonly string _strategy = request.SubnetStrategy;

    public ImmutableArray<SubnetPlan> LayOut()
    {
        if (request.Specs is not { } specs)
        {
            return _strategy == "Exact"
                ? Refuse("The subnetStrategy Exact needs subnetSpecs.")
                : InOrder(Defaults());
        }

        if (specs.Any(spec => !spec.Blocks.IsEmpty))
        {
            return Explicit(specs);
        }

        return _strategy switch
        {
            "AutoMerge" => Merged(specs),
            "Legacy" => Sorted(specs),
            _ => specs.All(spec => spec.Mask is not null) ? InOrder(specs)
                : specs.Any(spec => spec.Mask is not null)
                    ? Unknown("subnetSpecs of which some have a size and others have none")
                    : InOrder(Even(specs)),
        };
    }

    // Two to the power of the extra bits is at least the number of zones: three zones leave a quarter of the VPC free.
    private int ZoneMask => request.ZoneMask ?? request.Range.Mask + BitsFor(request.Zones.Length);

    private long ZoneSize => 1L << (32 - ZoneMask);

    private static int BitsFor(int parts) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)parts));

    private ImmutableArray<SubnetPlan> Explicit(ImmutableArray<SubnetSpec> specs)
    {
        if (_strategy == "Legacy")
        {
            return Refuse("The subnetStrategy Legacy, which is the default, does not take cidrBlocks. Choose Auto or Exact.");
        }

        if (_strategy == "AutoMerge" && !(Has(specs, SubnetSpec.Public) && Has(specs, SubnetSpec.Private)))
        {
            return Unknown("AutoMerge with cidrBlocks for some of the default subnets only");
        }

        var plans = ZoneByZone(specs, (index, zone) => specs[index].Blocks[zone]);
        for (var i = 0; i < plans.Length; i++)
        {
            for (var j = i + 1; j < plans.Length; j++)
            {
                if (plans[i].Range.Overlaps(plans[j].Range))
                {
                    problems.Add($"Subnets overlap: {Describe(plans[i])} and {Describe(plans[j])}.");
                }
            }
        }

        return RequireNoGaps(plans);
    }

    // The component compares neighbours in the order zone by zone, spec by spec: blocks that are adjacent in another order are gaps to it.
    private ImmutableArray<SubnetPlan> RequireNoGaps(ImmutableArray<SubnetPlan> plans)
    {
        foreach (var (before, after) in plans.Zip(plans.Skip(1)))
        {
            if (_strategy == "Exact" && before.Range.End != after.Range.Address)
            {
                problems.Add($"The subnetStrategy Exact allows no gaps, but {Describe(after)} does not follow {Describe(before)}. "
                    + "Order cidrBlocks zone by zone and fill gaps with subnetSpecs of type Unused.");
            }
        }

        return plans;
    }

    private ImmutableArray<SubnetSpec> Defaults()
    {
        // The only default layout that is on record; smaller zones follow rules that the documentation does not give.
        if (request.Range.Mask == 16 && ZoneMask == 18 && request.ZoneMask is null)
        {
            return [SubnetSpec.OfType(SubnetSpec.Private, 19), SubnetSpec.OfType(SubnetSpec.Public, 20)];
        }

        Unknown($"the default subnets of a /{request.Range.Mask} in {request.Zones.Length} zones");
        return [];
    }

    private ImmutableArray<SubnetPlan> Merged(ImmutableArray<SubnetSpec> specs)
    {
        if (specs.Any(spec => spec is not { GivenName: null, Mask: null, Type: SubnetSpec.Public or SubnetSpec.Private }))
        {
            return Unknown("AutoMerge with more than tags on the default subnets");
        }

        return InOrder(
            [.. Defaults().Select(spec => spec with { Tags = specs.FirstOrDefault(own => own.Type == spec.Type)?.Tags ?? spec.Tags })]);
    }

    private ImmutableArray<SubnetPlan> Sorted(ImmutableArray<SubnetSpec> specs)
    {
        ImmutableArray<SubnetSpec> sorted =
            [.. specs.OrderBy(spec => spec.Type switch { SubnetSpec.Private => 0, SubnetSpec.Public => 1, _ => 2 })];
        if (request.ZoneMask is not null || Has(specs, SubnetSpec.Unused) || sorted.DistinctBy(spec => spec.Type).Count() < sorted.Length)
        {
            return Unknown("Legacy with availabilityZoneCidrMask, unused ranges or several kinds of subnets of one type");
        }

        if (sorted.All(spec => spec.Mask is null))
        {
            return sorted.Select(spec => spec.Type).SequenceEqual([SubnetSpec.Private, SubnetSpec.Public])
                ? InOrder([.. Defaults().Zip(sorted, (standard, own) => own with { Mask = standard.Mask })])
                : Unknown("Legacy with subnetSpecs that have no size");
        }

        if (sorted.Any(spec => spec.Mask is null) || sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.Mask > pair.Second.Mask))
        {
            return Unknown("Legacy with subnets that grow, in the order private, public, isolated, or of which some have no size");
        }

        return InOrder(sorted);
    }

    private ImmutableArray<SubnetSpec> Even(ImmutableArray<SubnetSpec> specs)
    {
        if (!BitOperations.IsPow2(specs.Length))
        {
            Unknown($"an even division of a zone into {specs.Length} subnets");
            return [];
        }

        return [.. specs.Select(spec => spec with { Mask = ZoneMask + BitsFor(specs.Length) })];
    }

    // Each subnet begins at the next multiple of its own size.
    private ImmutableArray<SubnetPlan> InOrder(ImmutableArray<SubnetSpec> specs)
    {
        if (specs.IsEmpty)
        {
            return [];
        }

        if (ZoneMask < request.Range.Mask || (ZoneSize * request.Zones.Length) > request.Range.Size)
        {
            return Refuse($"{request.Zones.Length} zones of /{ZoneMask} do not fit into the VPC's {request.Range}.");
        }

        if (specs.FirstOrDefault(spec => spec.Mask > 28) is { } small)
        {
            return Refuse($"The subnets '{small.Name}' would be /{small.Mask}: a subnet of AWS is /28 at the smallest.");
        }

        var offsets = new long[specs.Length];
        var cursor = 0L;
        for (var i = 0; i < specs.Length; i++)
        {
            var size = 1L << (32 - specs[i].Mask!.Value);
            offsets[i] = (cursor + size - 1) / size * size;
            cursor = offsets[i] + size;
        }

        if (cursor > ZoneSize)
        {
            return Refuse(
                $"Subnets are too large: a zone of the VPC's {request.Range} has {ZoneSize} addresses, its subnets take {cursor}.");
        }

        if (_strategy == "Exact" && cursor < ZoneSize)
        {
            return Refuse($"The subnetStrategy Exact allows no gaps, but {ZoneSize - cursor} of a zone's {ZoneSize} addresses are left "
                + "behind its last subnet. Fill them with subnetSpecs of type Unused.");
        }

        return RequireNoGaps(ZoneByZone(specs, (index, zone) =>
            new Cidr((uint)(request.Range.Address + (zone * ZoneSize) + offsets[index]), specs[index].Mask!.Value)));
    }

    private ImmutableArray<SubnetPlan> ZoneByZone(ImmutableArray<SubnetSpec> specs, Func<int, int, Cidr> range) =>
    [
        .. Enumerable.Range(0, request.Zones.Length)
            .SelectMany(zone => specs.Select((spec, index) => new SubnetPlan(spec, index, zone, range(index, zone)))),
    ];

    private string Describe(SubnetPlan plan) => $"{request.Name}-{plan.Spec.Name}-{plan.ZoneIndex + 1} ({plan.Range})";

    private ImmutableArray<SubnetPlan> Unknown(string what) => Refuse(
        $"The offline preview cannot lay out {what}. Give cidrBlocks for all subnetSpecs, with the subnetStrategy Auto or Exact.");

    private ImmutableArray<SubnetPlan> Refuse(string problem)
    {
        problems.Add(problem);
        return [];
    }

    private static bool Has(ImmutableArray<SubnetSpec> specs, string type) => specs.Any(spec => spec.Type == type);
}
