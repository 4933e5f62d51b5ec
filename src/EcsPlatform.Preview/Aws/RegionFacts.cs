namespace EcsPlatform.Preview.Aws;

/// <summary>What AWS publishes about its regions: their zones and the hosted zones of their endpoints.</summary>
internal sealed record RegionFacts(string Region, string Description, string ZoneLetters, string Application, string Network, string Bucket)
{
    private static readonly Dictionary<string, RegionFacts> Known = new[]
    {
        new RegionFacts("us-east-1", "US East (N. Virginia)", "abcdef", "Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI", "Z3AQBSTGFYJSTF"),
        new RegionFacts("us-east-2", "US East (Ohio)", "abc", "Z3AADJGX6KTTL2", "ZLMOA37VPKANP", "Z2O1EMRO9K5GLX"),
        new RegionFacts("us-west-1", "US West (N. California)", "ac", "Z368ELLRRE2KJ0", "Z24FKFUX50B4VW", "Z2F56UZL2M1ACD"),
        new RegionFacts("us-west-2", "US West (Oregon)", "abcd", "Z1H1FL5HABSF5", "Z18D5FSROUN65G", "Z3BJ6K6RIION7M"),
        new RegionFacts("ca-central-1", "Canada (Central)", "abd", "ZQSVJUPU6J1EY", "Z2EPGBW3API2WT", "Z1QDHH18159H29"),
        new RegionFacts("eu-west-1", "Europe (Ireland)", "abc", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F", "Z1BKCTXD74EZPE"),
        new RegionFacts("eu-west-2", "Europe (London)", "abc", "ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G", "Z3GKZC51ZF0DB4"),
        new RegionFacts("eu-west-3", "Europe (Paris)", "abc", "Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5", "Z3R1K369G5AVDG"),
        new RegionFacts("eu-central-1", "Europe (Frankfurt)", "abc", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90", "Z21DNDUVLTQW6Q"),
        new RegionFacts("eu-north-1", "Europe (Stockholm)", "abc", "Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM", "Z3BAZG2TWCNX0D"),
        new RegionFacts("ap-south-1", "Asia Pacific (Mumbai)", "abc", "ZP97RAFLXTNZK", "ZVDDRBQ08TROA", "Z11RGJOFQNVJUP"),
        new RegionFacts("ap-southeast-1", "Asia Pacific (Singapore)", "abc", "Z1LMS91P8CMLE5", "ZKVM4W9LS7TM", "Z3O0J2DXBE1FTB"),
        new RegionFacts("ap-southeast-2", "Asia Pacific (Sydney)", "abc", "Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD", "Z1WCIGYICN2BYD"),
        new RegionFacts("ap-northeast-1", "Asia Pacific (Tokyo)", "acd", "Z14GRHDCWA56QT", "Z31USIVHYNEOWT", "Z2M4EHUR26P7ZW"),
        new RegionFacts("ap-northeast-2", "Asia Pacific (Seoul)", "abcd", "ZWKZPGTI48KDX", "ZIBE1TIR4HY56", "Z3W03O7B5YMIYP"),
        new RegionFacts("sa-east-1", "South America (Sao Paulo)", "abc", "Z2P70J7HTTTPLU", "ZTK26PT1VY4CU", "Z7KQH4QJS55SO"),
    }.ToDictionary(facts => facts.Region);

    /// <summary>The facts of a region. One that the table lacks gets three zones and made-up hosted zones.</summary>
    public static RegionFacts Of(string region) => Known.TryGetValue(region, out var facts)
        ? facts
        : new(region, region, "abc", HostedZone(region, "application"), HostedZone(region, "network"), HostedZone(region, "bucket"));

    /// <summary>The zones that an account has without opting in, as <c>eu-west-2a</c>.</summary>
    public IEnumerable<string> ZoneNames => ZoneLetters.Select(letter => $"{Region}{letter}");

    /// <summary>The id of a zone, as <c>euw2-az1</c>. Real accounts number their letters differently: here they count up.</summary>
    public string ZoneId(string zoneName) =>
        zoneName.StartsWith(Region, StringComparison.Ordinal) && zoneName.Length == Region.Length + 1
            ? $"{Abbreviation}-az{ZoneLetters.IndexOf(zoneName[^1], StringComparison.Ordinal) + 1}"
            : "";

    private string Abbreviation
    {
        get
        {
            var parts = Region.Split('-');
            var direction = parts[^2] switch
            {
                "northeast" => "ne",
                "northwest" => "nw",
                "southeast" => "se",
                "southwest" => "sw",
                var word => word[..1],
            };
            return string.Concat(parts[0], parts.Length > 3 ? parts[1][..1] : "", direction, parts[^1]);
        }
    }

    private static string HostedZone(string region, string endpoint) =>
        $"Z{FakeIdentifiers.UpperAlphanumeric(13, $"{region}|{endpoint}")}";
}
