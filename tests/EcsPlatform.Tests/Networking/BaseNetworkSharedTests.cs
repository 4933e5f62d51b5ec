using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Aws = Pulumi.Aws;

namespace EcsPlatform.Tests.Networking;

/// <summary>What workloads share besides the VPC: each option adds its resources below the network, and nothing when it is left out.</summary>
public class BaseNetworkSharedTests
{
    private const string Component = "ecs-platform:networking:BaseNetwork";
    private const string Route = "aws:ec2/route:Route";

    private static readonly WebAclArgs WebAcl = new()
    {
        Scope = WebAclScope.CloudFront,
        BlockByDefault = false,
        Rules = [new WebAclRule.ManagedRuleGroup { Name = "common", Group = "AWSManagedRulesCommonRuleSet" }],
    };

    [Fact]
    public void Defaults()
    {
        var args = Valid.Network;
        args.InterfaceEndpoints.ShouldBeNull();
        args.EgressGroup.ShouldBeNull();
        args.Peers.ShouldBeEmpty();
        args.Zone.ShouldBeNull();
        args.PrivateZone.ShouldBeNull();
        args.Certificate.ShouldBeNull();
        args.CloudFrontCertificate.ShouldBeNull();
        args.Namespace.ShouldBeNull();
        args.ServiceLog.ShouldBeNull();
        args.LogBucket.ShouldBeNull();
        args.DataBucket.ShouldBeNull();
        args.CloudFrontWebAcl.ShouldBeNull();
        args.RegionalWebAcl.ShouldBeNull();
        args.UsEast1.ShouldBeNull();
    }

    [Fact]
    public async Task Left_out_they_add_nothing()
    {
        var plan = await PlanOf(Valid.Network);
        string[] types = ["aws:cloudwatch/logSubscription", "aws:route53/", "aws:acm/", "aws:s3/", "aws:wafv2/", "aws:servicediscovery/", "aws:ec2/vpcPeering", "aws:ec2/securityGroup:"];
        plan.Resources.Where(resource => types.Any(type => resource.Type.StartsWith(type, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_services_log_is_made_or_adopted_and_goes_on()
    {
        var forwarding = new LogForwarding { DestinationArn = "arn:aws:logs:eu-west-1:222222222222:destination:central" };
        var plan = await PlanOf(Valid.Network with { ServiceLog = new ServiceLogArgs { Group = new LogGroup.Create(), Forwarding = forwarding } });
        var filter = plan.Only("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "net-services");
        filter.Text("logGroup").ShouldBe(plan.Only("aws:cloudwatch/logGroup:LogGroup", "net-services").Id);
        filter.Text("destinationArn").ShouldBe("arn:aws:logs:eu-west-1:222222222222:destination:central");
        (filter.Text("filterPattern"), filter.Text("distribution")).ShouldBe(("", "ByLogStream"));

        plan = await PlanOf(Valid.Network with { ServiceLog = new ServiceLogArgs { Group = new LogGroup.Adopt("/ecs/staging") } });
        plan.All("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter").ShouldBeEmpty();
        plan.All("aws:cloudwatch/logGroup:LogGroup").ShouldNotContain(group => group.Name == "net-services");
    }

    [Fact]
    public async Task Endpoints_stand_in_the_private_subnets_and_let_the_VPC_in()
    {
        var plan = await PlanOf(Valid.Network with
        {
            Vpc = new VpcSource.Create { Nat = NatStrategy.None },
            InterfaceEndpoints = new InterfaceEndpointsArgs { Services = InterfaceEndpointSets.EcsInstances },
        });
        var endpoints = plan.All("aws:ec2/vpcEndpoint:VpcEndpoint").Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface").ToList();
        endpoints.Count.ShouldBe(InterfaceEndpointSets.EcsInstances.Length);
        endpoints.ShouldAllBe(endpoint => endpoint.Texts("subnetIds").SequenceEqual(Private(plan)));
        plan.Only(Component).OutputText("endpointSecurityGroupId").ShouldBe(plan.Only("aws:ec2/securityGroup:SecurityGroup").Id);
        plan.Only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Text("cidrIpv4").ShouldBe("10.0.0.0/16");
    }

    [Fact]
    public async Task Peers_are_reached_from_every_private_subnet()
    {
        var plan = await PlanOf(Valid.Network with { Peers = [Peer] });
        var connection = plan.Only("aws:ec2/vpcPeeringConnection:VpcPeeringConnection");
        var routes = plan.All(Route).Where(route => route.Input("vpcPeeringConnectionId") is not null).ToList();
        routes.ShouldAllBe(route => route.Text("vpcPeeringConnectionId") == connection.Id && route.Text("destinationCidrBlock") == "10.9.0.0/16");
        routes.Select(route => route.Text("routeTableId")).ShouldBe(
            new[] { "net-private-1", "net-private-2" }.Select(name => plan.Only("aws:ec2/routeTable:RouteTable", name).Id!), ignoreOrder: true);
    }

    [Fact]
    public async Task Zones_certificates_and_namespace_belong_together()
    {
        var plan = await PlanOf(() => Valid.Network with
        {
            Zone = new DnsZone.Create("library.example.org"),
            PrivateZone = new PrivateZone.Create("inside.example.org"),
            Certificate = new Certificate.Create("*.library.example.org"),
            CloudFrontCertificate = new Certificate.Create("*.library.example.org"),
            Namespace = new DiscoveryNamespace.PrivateDns("test.internal"),
            UsEast1 = UsEast1,
        });
        var zone = plan.Only("aws:route53/zone:Zone", "net-zone");
        plan.Only("aws:route53/record:Record").Text("zoneId").ShouldBe(zone.OutputText("zoneId"));
        plan.Only("aws:route53/zone:Zone", "net-private-zone").Text("vpcs.0.vpcId").ShouldBe(plan.Only("aws:ec2/vpc:Vpc").Id);
        plan.All("aws:acm/certificateValidation:CertificateValidation").Count.ShouldBe(2);
        plan.Only("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace").Text("vpc").ShouldBe(plan.Only("aws:ec2/vpc:Vpc").Id);
        var elsewhere = plan.Only("aws:acm/certificate:Certificate", "net-certificate-us-east-1");
        elsewhere.Provider.ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
    }

    [Fact]
    public async Task The_data_bucket_logs_into_the_log_bucket()
    {
        var plan = await PlanOf(Valid.Network with { LogBucket = new LogBucketArgs { Account = Valid.Account }, DataBucket = new DataBucketArgs() });
        plan.Only("aws:s3/bucketLogging:BucketLogging").Text("targetBucket").ShouldBe(plan.Only("aws:s3/bucket:Bucket", "net-logs").OutputText("bucket"));
        plan.Only("aws:s3/bucketLogging:BucketLogging").Text("bucket").ShouldBe(plan.Only("aws:s3/bucket:Bucket", "net-data").OutputText("bucket"));
    }

    [Fact]
    public async Task Web_ACLs_live_where_what_they_protect_asks_for_them()
    {
        var plan = await PlanOf(() => Valid.Network with
        {
            CloudFrontWebAcl = WebAcl,
            RegionalWebAcl = WebAcl with { Scope = WebAclScope.Regional },
            UsEast1 = UsEast1,
        });
        var edge = plan.Only("aws:wafv2/webAcl:WebAcl", "net-cloudfront");
        edge.Text("scope").ShouldBe("CLOUDFRONT");
        edge.Provider.ShouldStartWith(plan.Only("pulumi:providers:aws", "us-east-1").Urn);
        plan.Only("aws:wafv2/webAcl:WebAcl", "net-regional").Text("scope").ShouldBe("REGIONAL");
        plan.Only("aws:wafv2/webAcl:WebAcl", "net-regional").Provider.ShouldNotBe(edge.Provider);
        plan.Only(Component).OutputText("cloudFrontWebAclArn").ShouldBe(edge.OutputText("arn"));
    }

    [Fact]
    public async Task The_egress_group_lets_its_members_out()
    {
        var plan = await PlanOf(Valid.Network with { EgressGroup = new EgressGroupArgs { Internet = InternetEgress.Https } });
        var group = plan.Only("aws:ec2/securityGroup:SecurityGroup");
        plan.Only(Component).OutputText("egressSecurityGroupId").ShouldBe(group.Id);
        plan.Only("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule").Text("securityGroupId").ShouldBe(group.Id);
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        var args = Valid.Network with
        {
            Vpc = new VpcSource.Create { Nat = NatStrategy.None, GatewayEndpoints = [] },
            InterfaceEndpoints = new InterfaceEndpointsArgs { Services = InterfaceEndpointSets.EcsInstances.Remove(InterfaceEndpointService.Logs) },
            EgressGroup = new EgressGroupArgs { Internet = InternetEgress.None },
            Peers = [Peer with { CidrBlocks = [CidrBlock.Parse("10.0.0.0/16")] }],
            Zone = new DnsZone.Create("library example"),
            Certificate = new Certificate.Adopt("arn:aws:acm:us-east-1:111111111111:certificate/x"),
            CloudFrontCertificate = new Certificate.Adopt("arn:aws:acm:eu-west-1:111111111111:certificate/x"),
            DataBucket = new DataBucketArgs(),
            RegionalWebAcl = WebAcl,
            CloudFrontWebAcl = WebAcl with { Rules = [] },
        };
        args.Problems("net").Select(problem => problem.ToString()).ShouldBe([
            "net.gatewayEndpoints: neither NAT nor a gateway endpoint of S3. Allowed: one of them. " +
            "Add the gateway endpoint, which costs nothing and holds the layers of ECR's images.",
            "net.interfaceEndpoints: neither NAT nor an endpoint of logs. Allowed: one of them. Add the endpoint of logs, which takes the containers' logs.",
            "net.egressGroup.peers: no way out. Allowed: the internet, or one peer or more. Name who may be connected to, or leave the group out.",
            "net.peers.records.cidrs: 10.0.0.0/16, which overlaps this VPC's 10.0.0.0/16. Allowed: ranges apart. Peer with a VPC whose range is another.",
            "net.zone.domain: 'library example'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.",
            "net.certificate.arn: 'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
            "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the account and the region: a load balancer takes no other.",
            "net.cloudFrontCertificate.arn: 'arn:aws:acm:eu-west-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
            "arn:aws:acm:us-east-1:111111111111:certificate/. Use a certificate of the account in us-east-1: CloudFront takes no other.",
            "net.dataBucket.accessLogs: no log bucket. Allowed: the network's, or another. Give LogBucket, or AccessLogs.",
            "net.cloudFrontWebAcl.rules: none. Allowed: one rule or more. Add rules, or leave the web ACL out.",
            "net.regionalWebAcl.scope: CloudFront. Allowed: Regional. Correct the scope, or give the web ACL in the other place.",
            "net.usEast1: no provider. Allowed: a provider of us-east-1, where CloudFront's web ACLs and certificates live. " +
            "Write: UsEast1 = new Aws.Provider(\"us-east-1\", new() { Region = \"us-east-1\" }).",
        ]);
        (Valid.Network with { LogBucket = new LogBucketArgs { Account = Valid.Account with { Region = "eu-west-2" } } }).Problems("net")
            .Select(problem => problem.ToString()).ShouldBe([
                "net.logBucket.account: 111111111111 in eu-west-2. Allowed: 111111111111 in eu-west-1. " +
                "Give the network's account: load balancers and buckets log only there.",
            ]);
        (Valid.Network with { Peers = [Peer], Vpc = new VpcSource.Adopt("vpc-0123456789abcdef0") { Private = new AdoptedSubnets(["subnet-01234567", "subnet-12345678"]) } })
            .Problems("net").Select(problem => problem.ToString()).ShouldBe([
                "net.private.routeTableIds: none, and peers. Allowed: the private subnets' route tables. Give them, so that routes lead to the peers.",
            ]);
    }

    private static VpcPeer Peer { get; } = new() { Name = "records", VpcId = "vpc-0a1b2c3d4e5f67890", CidrBlocks = [CidrBlock.Parse("10.9.0.0/16")] };

    private static Aws.Provider UsEast1 => new("us-east-1", new Aws.ProviderArgs { Region = "us-east-1", AllowedAccountIds = { "111111111111" } });

    private static IEnumerable<string> Private(Plan plan) => plan.All("aws:ec2/subnet:Subnet")
        .Where(subnet => subnet.Name.Contains("private", StringComparison.Ordinal)).Select(subnet => subnet.Id!);

    private static Task<Plan> PlanOf(BaseNetworkArgs args) => PlanOf(() => args);

    private static Task<Plan> PlanOf(Func<BaseNetworkArgs> args) => TestPlan.OfAsync(() => _ = new BaseNetwork("net", args()));
}
