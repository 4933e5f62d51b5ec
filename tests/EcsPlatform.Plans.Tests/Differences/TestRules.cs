using EcsPlatform.Plans.Differences;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>Rules of a few types, as AWS has them.</summary>
internal sealed class TestRules : IResourceRules
{
    private static readonly HashSet<string> Replacing =
    [
        "aws:ecs/taskDefinition:TaskDefinition containerDefinitions", "aws:ecs/service:Service name",
        "aws:ec2/subnet:Subnet cidrBlock", "aws:ec2/subnet:Subnet vpcId", "aws:ec2/natGateway:NatGateway subnetId",
        "aws:ec2/routeTableAssociation:RouteTableAssociation subnetId", "aws:lb/targetGroup:TargetGroup port", "test:index:Thing kind", "test:index:Thing of",
        "pulumi:providers:test region", "test:index:Regional region",
    ];

    public bool Replaces(PlannedResource old, PlannedResource @new, PropertyChange change) => Replacing.Contains($"{@new.Type} {change.Path.Property}");

    public bool ChangesWithUpdate(string type, string output) => (type, output) is ("aws:ec2/launchTemplate:LaunchTemplate", "latestVersion") or ("test:index:Thing", "version");

    public bool DeletesBeforeReplace(PlannedResource old, PlannedResource @new) => false;
}
