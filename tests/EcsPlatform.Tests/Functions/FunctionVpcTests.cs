using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Networking;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public class FunctionVpcTests
{
    private const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string MountTarget = "aws:efs/mountTarget:MountTarget";

    [Fact]
    public async Task All_defaults() => await TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var vpc = new FunctionVpc(network) { Egress = InternetEgress.None };
        vpc.Subnets.ShouldBe(FunctionSubnets.Private);
        vpc.Peers.ShouldBeEmpty();
        vpc.FurtherSecurityGroupIds.ShouldBeEmpty();
        new FileSystemMount(Files("files", network), "copies", "/mnt/data").Right.ShouldBe(FileSystemRight.ReadWrite);
    });

    [Fact]
    public async Task Every_problem_is_reported() => await TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        var other = new BaseNetwork("other", Valid.Network with
        {
            Account = new AwsAccount("222222222222", "eu-west-1"),
            Vpc = new VpcSource.Create { GatewayEndpoints = [] },
        });
        var range = new NetworkPeer.Range("campus", CidrBlock.Parse("192.0.2.0/24"));
        ProblemsOf(Args with
        {
            Vpc = new FunctionVpc(other)
            {
                Egress = InternetEgress.Https,
                Subnets = FunctionSubnets.Isolated,
                Peers = [new EgressPath(range) { Port = 0 }, new EgressPath(range) { Port = 0 }, new EgressPath(new NetworkPeer.Anywhere("mail")) { Port = 587 }],
                FurtherSecurityGroupIds = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5"],
            },
            FileSystem = new FileSystemMount(Files("files", network), "copy", "/srv/data"),
        }).ShouldBe([
            "copy.vpc.network: one in 222222222222 eu-west-1. Allowed: one in 111111111111 eu-west-1. Give the function's own network.",
            "copy.vpc.egress: Https from isolated subnets. Allowed: None. Use the private subnets, or let nothing out.",
            "copy.vpc.peers.mail: anywhere from isolated subnets. Allowed: peers within the VPC. Use the private subnets, or leave it out.",
            "copy.vpc.peers.campus.port: 0. Allowed: 1 to 65535. Give the port on which the peer listens.",
            "copy.vpc.peers.campus.port: 0. Allowed: 1 to 65535. Give the port on which the peer listens.",
            "copy.vpc.peers: 'campus' on port 0 2 times. Allowed: each peer once for each port. Leave the others out, or name them apart.",
            "copy.vpc.furtherSecurityGroupIds: 5 groups. Allowed: up to 4. Open paths from the function's own group.",
            "copy.fileSystem: 'files' in another network. Allowed: a file system in the function's network. Mount one that the function reaches.",
            "copy.fileSystem.accessPoint: 'copy'. Allowed: copies. Declare the access point or correct its name.",
            "copy.fileSystem.mountPath: '/srv/data'. Allowed: /mnt/ and letters, digits and _ . -, 160 characters. Choose a directory below /mnt.",
        ]);
        var empty = new EfsFileSystem("empty", new EfsFileSystemArgs { Network = network });
        ProblemsOf(Args with { FileSystem = new FileSystemMount(empty, "copies", $"/mnt/{new string('x', 156)}") }).ShouldBe([
            "copy.fileSystem.vpc: none. Allowed: the file system's network. Place the function in the VPC.",
            "copy.fileSystem.accessPoint: 'copies'. Allowed: none, for the file system has no access points. Declare the access point or correct its name.",
            $"copy.fileSystem.mountPath: '/mnt/{new string('x', 156)}'. Allowed: /mnt/ and letters, digits and _ . -, 160 characters. " +
                "Choose a directory below /mnt.",
        ]);
    });

    [Theory]
    [InlineData("/mnt/data", true)]
    [InlineData("/mnt/cudl-data_1.0", true)]
    [InlineData("/mnt/", false)]
    [InlineData("/mnt/a/b", false)]
    [InlineData("/tmp/a", false)]
    public async Task A_mount_path_is_a_directory_below_mnt(string path, bool right) => await TestPlan.OfAsync(() =>
    {
        var network = new BaseNetwork("net", Valid.Network);
        ProblemsOf(Args with
        {
            Vpc = new FunctionVpc(network) { Egress = InternetEgress.None },
            FileSystem = new FileSystemMount(Files("files", network), "copies", path),
        }).Count.ShouldBe(right ? 0 : 1);
    });

    [Fact]
    public async Task A_function_is_in_the_networks_private_subnets_with_a_group_of_its_own()
    {
        var plan = await InNetwork(network => Args with { Vpc = new FunctionVpc(network) { Egress = InternetEgress.Https } });
        var function = plan.Only(Function);
        function.Texts("vpcConfig.subnetIds").ShouldBe(
            plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.Contains("private")).Select(subnet => subnet.OutputText("id")));
        function.Texts("vpcConfig.subnetIds").Count.ShouldBe(2);
        var group = plan.Only(SecurityGroup, "copy");
        function.Texts("vpcConfig.securityGroupIds").ShouldBe([group.OutputText("id")]);
        function.Flag("replaceSecurityGroupsOnDestroy").ShouldBeTrue();
        group.Text("description").ShouldBe("Function copy");
        group.Parent.ShouldBe(plan.Only("ecs-platform:functions:LambdaFunction").Urn);
        plan.Only("ecs-platform:functions:LambdaFunction").OutputText("securityGroupId").ShouldBe(group.OutputText("id"));
        var rule = plan.Only(Egress, "copy-https");
        (rule.Text("cidrIpv4"), rule.Number("fromPort"), rule.Number("toPort")).ShouldBe(("0.0.0.0/0", 443, 443));
        function.Dependencies.ShouldContain(rule.Urn);
        plan.All(Ingress).ShouldBeEmpty();
        function.Input("fileSystemConfig").ShouldBeNull();
    }

    [Fact]
    public async Task Only_Lambda_itself_uses_the_rights_to_network_interfaces()
    {
        var plan = await InNetwork(network => Args with { Vpc = new FunctionVpc(network) { Egress = InternetEgress.None } });
        const string Condition = """ "Condition":{"Null":{"lambda:SourceFunctionArn":"true"}}} """;
        plan.Statements().Skip(2).ShouldBe([
            """{"Effect":"Allow","Action":["ec2:AssignPrivateIpAddresses","ec2:CreateNetworkInterface","ec2:DeleteNetworkInterface","ec2:""" +
                """UnassignPrivateIpAddresses"],"Resource":"arn:aws:ec2:eu-west-1:111111111111:*/*",""" + Condition.Trim(),
            """{"Effect":"Allow","Action":["ec2:DescribeNetworkInterfaces","ec2:DescribeSubnets"],"Resource":"*",""" + Condition.Trim(),
        ]);
        plan.All(Egress).ShouldBeEmpty();
    }

    [Fact]
    public async Task Peers_and_further_groups_are_added()
    {
        var plan = await InNetwork(network => Args with
        {
            Vpc = new FunctionVpc(network)
            {
                Egress = InternetEgress.None,
                Peers = [new EgressPath(new NetworkPeer.SecurityGroup("solr-api", "sg-0a")) { Port = 8080 }],
                FurtherSecurityGroupIds = ["sg-0b"],
            },
        });
        var rule = plan.Only(Egress, "copy-8080-to-solr-api");
        (rule.Text("referencedSecurityGroupId"), rule.Number("fromPort"), rule.Text("description")).ShouldBe(("sg-0a", 8080, "Port 8080 of solr-api"));
        rule.Text("securityGroupId").ShouldBe(plan.Only(SecurityGroup, "copy").OutputText("id"));
        plan.Only(Function).Texts("vpcConfig.securityGroupIds").ShouldBe([plan.Only(SecurityGroup, "copy").OutputText("id"), "sg-0b"]);
        plan.Only(Function).Dependencies.ShouldContain(rule.Urn);
    }

    [Fact]
    public async Task Isolated_subnets_are_used_where_the_network_has_them()
    {
        FunctionVpc Isolated(BaseNetwork network) => new(network) { Egress = InternetEgress.None, Subnets = FunctionSubnets.Isolated };
        var plan = await InNetwork(
            network => Args with { Vpc = Isolated(network) }, Valid.Network with { Vpc = new VpcSource.Create { Subnets = new SubnetRanges.Equal { Isolated = true } } });
        plan.Only(Function).Texts("vpcConfig.subnetIds").ShouldBe(
            plan.All("aws:ec2/subnet:Subnet").Where(subnet => subnet.Name.Contains("isolated")).Select(subnet => subnet.OutputText("id")));
        (await Should.ThrowAsync<Preview.PreviewException>(() => InNetwork(network => Args with { Vpc = Isolated(network) }))).Message.ShouldContain(
            "copy.vpc.subnets: isolated ones of a network that has none. Allowed: a tier of the network. Give the network an isolated tier.");
    }

    [Theory]
    [InlineData(FileSystemRight.Read, "\"elasticfilesystem:ClientMount\"")]
    [InlineData(FileSystemRight.ReadWrite, "[\"elasticfilesystem:ClientMount\",\"elasticfilesystem:ClientWrite\"]")]
    public async Task A_file_system_is_mounted_after_its_mount_targets_exist(FileSystemRight right, string actions)
    {
        var plan = await InNetwork(network => Args with
        {
            Vpc = new FunctionVpc(network) { Egress = InternetEgress.None },
            FileSystem = new FileSystemMount(Files("files", network), "copies", "/mnt/data") { Right = right },
        });
        var function = plan.Only(Function);
        var point = plan.Only("aws:efs/accessPoint:AccessPoint", "files-copies").OutputText("arn");
        (function.Text("fileSystemConfig.arn"), function.Text("fileSystemConfig.localMountPath")).ShouldBe((point, "/mnt/data"));
        plan.All(MountTarget).Count.ShouldBe(2);
        plan.All(MountTarget).Select(target => target.Urn).ShouldBeSubsetOf(function.Dependencies);
        var own = plan.Only(SecurityGroup, "copy").OutputText("id");
        var files = plan.Only(SecurityGroup, "files-efs").OutputText("id");
        var (egress, ingress) = (plan.Only(Egress, "copy-files-nfs"), plan.Only(Ingress, "copy-files-nfs"));
        (egress.Text("securityGroupId"), egress.Text("referencedSecurityGroupId"), egress.Number("fromPort")).ShouldBe((own, files, 2049));
        (ingress.Text("securityGroupId"), ingress.Text("referencedSecurityGroupId"), ingress.Number("toPort")).ShouldBe((files, own, 2049));
        function.Dependencies.ShouldContain(egress.Urn);
        function.Dependencies.ShouldContain(ingress.Urn);
        ingress.Text("description").ShouldBe("NFS from function copy");
        var system = plan.Only("aws:efs/fileSystem:FileSystem").OutputText("arn");
        plan.Statements()[^1].ShouldBe(
            $$$"""{"Effect":"Allow","Action":{{{actions}}},"Resource":"{{{system}}}","Condition":{"StringEquals":{"""
            + $$"""
              "elasticfilesystem:AccessPointArn":"{{point}}"
              """ + "}}}");
    }

    private static EfsFileSystem Files(string name, BaseNetwork network) => new(name, new EfsFileSystemArgs
    {
        Network = network,
        AccessPoints = ImmutableSortedDictionary.Create<string, AccessPoint>(StringComparer.Ordinal)
            .Add("copies", new AccessPoint { RootDirectory = "/data", UserId = 1000, GroupId = 1000 }),
    });
}
