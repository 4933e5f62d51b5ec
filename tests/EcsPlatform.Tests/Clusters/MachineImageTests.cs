using EcsPlatform.Clusters;

namespace EcsPlatform.Tests.Clusters;

public class MachineImageTests
{
    private const string Id = "ami-0b6d9f4e2c81a7350";

    [Theory]
    [InlineData("al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-x86_64", InstanceArchitecture.X64)]
    [InlineData("al2023-ami-ecs-hvm-2023.0.20261028-kernel-6.1-arm64", InstanceArchitecture.Arm64)]
    [InlineData("al2023-ami-ecs-hvm", null)]
    public void The_name_tells_the_architecture(string name, InstanceArchitecture? expected) =>
        new MachineImage(Id, name).Architecture.ShouldBe(expected);

    [Fact]
    public void A_public_parameter_for_each_architecture_proposes_a_new_pin()
    {
        MachineImage.IdParameter(InstanceArchitecture.X64).ShouldBe("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id");
        MachineImage.IdParameter(InstanceArchitecture.Arm64).ShouldBe("/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id");
        MachineImage.NameParameter(InstanceArchitecture.X64).ShouldBe("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_name");
        MachineImage.NameParameter(InstanceArchitecture.Arm64).ShouldBe("/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_name");
    }

    [Fact]
    public void A_name_must_tell_the_architecture() =>
        new MachineImage(Id, "golden").Problems("cluster.image").Single().ToString().ShouldBe(
            "cluster.image.name: 'golden'. Allowed: a name that ends in x86_64 or arm64. " +
            "Give the AMI's full name, so that its architecture can be compared with the instance type's.");
}
