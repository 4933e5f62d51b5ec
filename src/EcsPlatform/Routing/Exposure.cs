namespace EcsPlatform.Routing;

/// <summary>Where a load balancer stands, and who may connect to it. Nobody else may: there is no default.</summary>
public abstract record Exposure
{
    /// <summary>
    /// The list of CloudFront's addresses that connect to origins
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html).
    /// </summary>
    public const string CloudFrontPrefixList = "com.amazonaws.global.cloudfront.origin-facing";

    /// <summary>
    /// The security group that CloudFront makes in a VPC with its first VPC origin
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html).
    /// </summary>
    public const string VpcOriginSecurityGroup = "CloudFront-VPCOrigins-Service-SG";

    private Exposure()
    {
    }

    /// <summary>Whether it stands in the private subnets and has no public address.</summary>
    public bool IsInternal => this is Internal or CloudFrontVpcOrigin;

    /// <summary>The ranges that may connect to ports 80 and 443, whatever the kind.</summary>
    internal ImmutableArray<CidrBlock> Ranges => this switch
    {
        Internal inside => inside.Clients,
        InternetFacing outside => outside.Clients,
        CloudFrontVpcOrigin origin => origin.Clients,
        _ => [],
    };

    /// <summary>In the private subnets, for clients in the network and in networks that are connected to it.</summary>
    /// <param name="Clients">The ranges that may connect: at least one, and never <c>0.0.0.0/0</c>.</param>
    public sealed record Internal(ImmutableArray<CidrBlock> Clients) : Exposure;

    /// <summary>In the public subnets, for clients in the internet.</summary>
    /// <param name="Clients">The ranges that may connect: at least one. <c>0.0.0.0/0</c> lets everybody in.</param>
    public sealed record InternetFacing(ImmutableArray<CidrBlock> Clients) : Exposure;

    /// <summary>
    /// In the private subnets, behind a VPC origin of CloudFront, which connects by HTTPS only. It has no public address, so that nobody
    /// comes past CloudFront.
    /// </summary>
    public sealed record CloudFrontVpcOrigin : Exposure
    {
        /// <summary>The ranges that may connect besides CloudFront, never <c>0.0.0.0/0</c>. Default: none.</summary>
        public ImmutableArray<CidrBlock> Clients { get; init; } = [];
    }

    /// <summary>
    /// In the public subnets, but reached from CloudFront's addresses only, by HTTPS only. Everybody's distributions have these addresses:
    /// prefer <see cref="CloudFrontVpcOrigin"/> where the region has it.
    /// </summary>
    public sealed record CloudFrontOnly : Exposure;

    /// <summary>Finds what is wrong with this exposure.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where)
    {
        if (Ranges.IsEmpty && this is Internal or InternetFacing)
        {
            yield return new Problem($"{where}.clients", "nobody", "one range or more", "Name the ranges whose clients may connect");
        }

        foreach (var same in Ranges.GroupBy(range => range).Where(same => same.Count() > 1))
        {
            yield return new Problem($"{where}.clients", $"{same.Key} {same.Count()} times", "each range once", "Leave the others out");
        }

        if (IsInternal && Ranges.Any(range => range.PrefixLength == 0))
        {
            yield return new Problem(
                $"{where}.clients", "0.0.0.0/0", "ranges of your own networks", "Name these ranges, or say with InternetFacing that everybody may connect");
        }
    }
}
